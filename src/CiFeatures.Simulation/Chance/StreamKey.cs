namespace CiFeatures.Simulation.Chance;

/// <summary>Turns a seed and a path of names into the start of an independent stream of chance.</summary>
/// <remarks>
/// Every job, test and message has its own key, so that adding a job or a test never moves the chance of another.
/// The hash is FNV-1a over UTF-16 units with a separator, finished by the SplitMix64 mixer; both are public definitions.
/// </remarks>
internal static class StreamKey
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    public static ulong Of(ulong seed, params ReadOnlySpan<string> path)
    {
        unchecked
        {
            ulong hash = Offset ^ Mix(seed + 0x9E3779B97F4A7C15UL);
            foreach (string part in path)
            {
                foreach (char unit in part)
                {
                    hash = (hash ^ unit) * Prime;
                }

                hash = (hash ^ 0x1F) * Prime;
            }

            return Mix(hash);
        }
    }

    public static ulong Of(ulong key, long number) => unchecked(Mix(key ^ Mix((ulong)number + 0x9E3779B97F4A7C15UL)));

    /// <summary>The output function of SplitMix64.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
