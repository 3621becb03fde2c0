using System.Numerics;

namespace CiFeatures.Simulation.Chance;

/// <summary>A seeded stream of chance: xoshiro256** started by SplitMix64, written here so that no runtime version changes its numbers.</summary>
internal sealed class ChanceStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public ChanceStream(ulong key)
    {
        unchecked
        {
            _s0 = StreamKey.Mix(key += 0x9E3779B97F4A7C15UL);
            _s1 = StreamKey.Mix(key += 0x9E3779B97F4A7C15UL);
            _s2 = StreamKey.Mix(key += 0x9E3779B97F4A7C15UL);
            _s3 = StreamKey.Mix(key + 0x9E3779B97F4A7C15UL);
        }
    }

    public ulong NextBits()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            ulong t = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= t;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public double NextBetween(double low, double high) => low + ((high - low) * NextUnit());

    /// <summary>A whole number in [0, bound); the bias of the multiplication is below 2^-32 for the small bounds used here.</summary>
    public int NextIndex(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)(((NextBits() >> 32) * (ulong)bound) >> 32);
    }

    public bool Hits(double probability) => NextUnit() < probability;

    public T Pick<T>(IReadOnlyList<T> values) => values[NextIndex(values.Count)];
}
