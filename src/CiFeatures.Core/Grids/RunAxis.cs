namespace CiFeatures.Core.Grids;

/// <summary>The runs (columns) of a grid, newest first as published.</summary>
/// <remarks>All lists have one entry for each run. Build ids are text: they have up to 19 digits and need not be numbers.</remarks>
public sealed class RunAxis
{
    private readonly string[] _builds;
    private readonly long[] _timesMs;

    /// <summary>Makes the axis.</summary>
    /// <param name="builds">Build ids, newest first; empty text where the answer gave none.</param>
    /// <param name="timesMs">Start times in milliseconds since 1970 UTC; 0 = not known.</param>
    /// <param name="headerNames">Names of the custom headers, in the order of <paramref name="headers"/>.</param>
    /// <param name="headers">Custom header values: one list for each header, each with an entry for each run.</param>
    /// <exception cref="ArgumentException">The lists do not have one entry for each run.</exception>
    public RunAxis(string[] builds, long[] timesMs, IReadOnlyList<string> headerNames, IReadOnlyList<string[]> headers)
    {
        if (builds.Length != timesMs.Length || headers.Any(h => h.Length != builds.Length) || headers.Count != headerNames.Count)
        {
            throw new ArgumentException("Builds, times and headers must have one entry for each run.", nameof(builds));
        }

        _builds = builds;
        _timesMs = timesMs;
        HeaderNames = headerNames;
        Headers = headers;
    }

    /// <summary>An axis without runs.</summary>
    public static RunAxis Empty { get; } = new([], [], [], []);

    /// <summary>The number of runs.</summary>
    public int Count => _builds.Length;

    /// <summary>Build ids, newest first; empty text where the answer gave none.</summary>
    public IReadOnlyList<string> Builds => _builds;

    /// <summary>Start times in milliseconds since 1970 UTC, newest first; 0 = not known.</summary>
    public ReadOnlySpan<long> TimesMs => _timesMs;

    /// <summary>Names of the custom headers, such as "Commit"; a name may occur twice.</summary>
    public IReadOnlyList<string> HeaderNames { get; }

    /// <summary>Custom header values: one list for each header, each with an entry for each run.</summary>
    public IReadOnlyList<string[]> Headers { get; }

    /// <summary>The start of a run, or null when the answer has 0 there.</summary>
    /// <param name="run">The run's index, 0 = newest.</param>
    public DateTimeOffset? Time(int run) => _timesMs[run] == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(_timesMs[run]);
}
