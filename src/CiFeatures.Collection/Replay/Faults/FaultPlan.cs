using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace CiFeatures.Collection.Replay.Faults;

/// <summary>Decides what each request meets.</summary>
/// <remarks>
/// The decision is a function of the seed, the request's target and how often that target was asked for before, and of nothing else: so a
/// rehearsal meets the same faults again whatever the order of its requests and however many are in flight. Safe to use from several threads.
/// </remarks>
internal sealed class FaultPlan(ReplayOptions options)
{
    // Targets come from outside, so their number is bounded; beyond it every request counts as the first of its target.
    private const int MostTargets = 1_000_000;
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private int _targets;

    /// <summary>What the next request for a target meets.</summary>
    /// <param name="target">The request target as it was sent.</param>
    public FaultDraw Next(string target)
    {
        int earlier = CountEarlier(target);
        ulong hash = Hash(options.Seed, target, earlier);
        double left = Unit(Mixed(hash));
        TimeSpan latency = options.Latency.At(Unit(Mixed(hash ^ 0xA5A5_A5A5_A5A5_A5A5)));
        foreach (ReplayFault fault in options.Faults)
        {
            if (left < fault.Share)
            {
                return new FaultDraw(fault, latency, earlier, Unit(Mixed(hash ^ 0x5A5A_5A5A_5A5A_5A5A)));
            }

            left -= fault.Share;
        }

        return new FaultDraw(null, latency, earlier, 0);
    }

    private static ulong Hash(ulong seed, string target, int earlier)
    {
        unchecked
        {
            // FNV-1a over the target's UTF-16 bytes, then the other two mixed in.
            ulong hash = 0xCBF2_9CE4_8422_2325;
            foreach (byte value in MemoryMarshal.AsBytes(target.AsSpan()))
            {
                hash = (hash ^ value) * 0x0000_0100_0000_01B3;
            }

            return Mixed(Mixed(hash ^ Mixed(seed)) + (ulong)earlier);
        }
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += 0x9E37_79B9_7F4A_7C15;
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }

    private static double Unit(ulong value) => (value >> 11) * (1.0 / (1UL << 53));

    private int CountEarlier(string target)
    {
        if (Volatile.Read(ref _targets) >= MostTargets && !_asked.ContainsKey(target))
        {
            return 0;
        }

        int asked = _asked.AddOrUpdate(target, 1, static (_, n) => n == int.MaxValue ? n : n + 1);
        if (asked == 1)
        {
            Interlocked.Increment(ref _targets);
        }

        return asked - 1;
    }
}

/// <summary>What one request meets.</summary>
/// <param name="Fault">The fault, or null for a good answer.</param>
/// <param name="Latency">How long the answer takes at least.</param>
/// <param name="Earlier">How often the target was asked for before.</param>
/// <param name="Place">Where in the body a fault strikes that strikes there: a share of its length, below 1.</param>
internal sealed record FaultDraw(ReplayFault? Fault, TimeSpan Latency, int Earlier, double Place);
