using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Times without a year of which it is not known yet what was before them. Whatever year a day is put in, all its times move by the
/// same, so a day's first, last and longest distance are all that is needed later.</summary>
internal sealed class DayRuns
{
    // A log that goes on day after day has fewer; one that jumps between days could have one for each line.
    private const int Most = 1 << 12;

    private const long MsPerDay = 86_400_000;

    private readonly List<DayRun> _runs = [];

    /// <summary>Gets the days in their order.</summary>
    public IReadOnlyList<DayRun> All => _runs;

    /// <summary>Gets whether there were more days than are kept.</summary>
    public bool AreTooMany { get; private set; }

    /// <summary>Adds a time.</summary>
    /// <param name="ms">Milliseconds of the nominal year.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(long ms)
    {
        long day = ms / MsPerDay;
        if (_runs.Count > 0 && CollectionsMarshal.AsSpan(_runs)[^1] is var last && last.Day == day)
        {
            CollectionsMarshal.AsSpan(_runs)[^1] = last with { LastMs = ms, GapMs = Math.Max(last.GapMs, Math.Max(0, ms - last.LastMs)) };
        }
        else if (_runs.Count < Most)
        {
            _runs.Add(new DayRun(day, ms, ms, -1));
        }
        else
        {
            AreTooMany = true;
        }
    }
}
