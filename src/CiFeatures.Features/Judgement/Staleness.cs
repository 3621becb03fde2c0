using System.Globalization;
using System.Text;

namespace CiFeatures.Features.Judgement;

/// <summary>Whether a job's results are too old (TestGrid's <c>staleAlert</c>).</summary>
public static class Staleness
{
    /// <summary>The text for a job in which nothing has finished.</summary>
    public const string NoCompletedResults = "no completed results";

    private static readonly TimeSpan AgeUnit = TimeSpan.FromMinutes(15);

    /// <summary>The time after which results are stale; zero = never.</summary>
    /// <param name="staleResultsHours">The job's <c>alert_stale_results_hours</c>; null when the job has no alert options.</param>
    public static TimeSpan StaleAfter(int? staleResultsHours) => TimeSpan.FromHours(staleResultsHours ?? 0);

    /// <summary>Says what is stale; empty when nothing is.</summary>
    /// <param name="now">The current moment.</param>
    /// <param name="modified">When the stored results were last written; null = there are none.</param>
    /// <param name="ran">When the newest run started; null = not known.</param>
    /// <param name="staleAfter">Age that is still fresh; zero switches the check off.</param>
    /// <param name="rows">The number of rows after stale rows and methods are left out.</param>
    public static string StaleAlert(DateTimeOffset now, DateTimeOffset? modified, DateTimeOffset? ran, TimeSpan staleAfter, int rows)
    {
        if (modified is not { } written)
        {
            return "no stored results";
        }

        if (staleAfter == TimeSpan.Zero)
        {
            return "";
        }

        if (ran is not { } started || rows == 0)
        {
            return NoCompletedResults;
        }

        if (now - written > staleAfter)
        {
            return $"data has not changed since {Text(written)} ({Age(now - written)} old)";
        }

        return now - started > staleAfter ? $"latest column from {Text(started)} ({Age(now - started)} old)" : "";
    }

    /// <summary>An age cut to 15 minutes, such as <c>26h15m0s</c>.</summary>
    /// <param name="age">The age.</param>
    internal static string Age(TimeSpan age)
    {
        long minutes = age.Ticks / AgeUnit.Ticks * 15;
        StringBuilder text = new();
        if (minutes < 0)
        {
            text.Append('-');
            minutes = -minutes;
        }

        if (minutes >= 60)
        {
            text.Append(CultureInfo.InvariantCulture, $"{minutes / 60}h");
        }

        return minutes == 0 ? "0s" : text.Append(CultureInfo.InvariantCulture, $"{minutes % 60}m0s").ToString();
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
