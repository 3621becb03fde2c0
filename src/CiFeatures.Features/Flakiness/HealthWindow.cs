using CiFeatures.Features.Judgement;

namespace CiFeatures.Features.Flakiness;

/// <summary>Compares the newest days with the days before them (TestGrid's <c>getHealthinessForInterval</c>).</summary>
public static class HealthWindow
{
    /// <summary>Days that the analysis looks back where the job does not say.</summary>
    public const int DefaultDays = 7;

    /// <summary>The job's days, or <see cref="DefaultDays"/>.</summary>
    /// <param name="days">What the job says; 0 = nothing.</param>
    public static int DaysOrDefault(int days) => days > 0 ? days : DefaultDays;

    /// <summary>Goes back whole calendar days in UTC, without rounding to midnight.</summary>
    /// <param name="now">Where to start.</param>
    /// <param name="days">How many days; going before the calendar's start stops there.</param>
    /// <returns>Whole seconds since 1970 UTC.</returns>
    public static long GoBackDays(DateTimeOffset now, int days)
    {
        long seconds = now.ToUnixTimeSeconds();
        return Math.Max(DateTimeOffset.MinValue.ToUnixTimeSeconds(), seconds - (days * 86_400L));
    }

    /// <summary>The flip method over the newest days, with trends from the same number of days before. A run exactly on the boundary is in both.</summary>
    /// <param name="grid">The grid with all rows, stale ones included.</param>
    /// <param name="now">The end of the newer window.</param>
    /// <param name="days">Length of each window in days.</param>
    public static Healthiness ForInterval(JudgedGrid grid, DateTimeOffset now, int days)
    {
        long end = now.ToUnixTimeSeconds();
        long middle = GoBackDays(now, days);
        long start = GoBackDays(now, days > int.MaxValue / 2 ? int.MaxValue : days * 2);
        Healthiness current = Analyse(grid, middle, end);
        Healthiness previous = Analyse(grid, start, middle);
        return current.WithTrend(previous) with { PreviousFlakinessPct = [previous.AverageFlakinessPct] };
    }

    private static Healthiness Analyse(JudgedGrid grid, long start, long end)
    {
        var (tests, results) = HealthParser.Parse(grid, start, end);
        return FlakinessAnalyzers.FlipWindow(tests, results, minRuns: 0, start, end);
    }
}
