using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.TestGrid;

/// <summary>Finds what cannot work before anybody is asked for anything.</summary>
internal static class CollectOptionsCheck
{
    private const long MinBodyBytes = 1024;

    /// <summary>Checks the numbers; addresses and patterns are checked by what uses them.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">A setting is not valid.</exception>
    public static void Check(CollectOptions options)
    {
        PoliteHttpOptions http = options.Http;
        _ = UserAgent.Of(http);
        Within("requests in flight", http.MaxInFlight, 1, 64);
        if (http.RequestsPerSecond != 0)
        {
            Within("requests per second", http.RequestsPerSecond, 0.001, 1000);
        }

        Within("timeout in seconds", http.Timeout.TotalSeconds, 0.1, 3600);
        Within("bytes of a body", http.MaxBodyBytes, MinBodyBytes, Array.MaxLength);
        Within("retries", http.MaxRetries, 0, 100);
        Within("redirects", http.MaxRedirects, 0, 100);
        Within("failures in a row", options.MaxFailuresInARow, 1, int.MaxValue);
        Within("requests altogether", options.MaxRequests ?? 1, 1, long.MaxValue);
        Within("bytes altogether", options.MaxBytes ?? 1, 1, long.MaxValue);
        Within("seconds altogether", options.MaxTime?.TotalSeconds ?? 1, 0.001, TimeSpan.FromDays(365).TotalSeconds);
        Within("hours to resume within", options.ResumeWithin.TotalHours, 0, TimeSpan.FromDays(3650).TotalHours);
        Within("threads", options.Threads, 1, 256);
    }

    private static void Within(string setting, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw TestGridErrors.BadSetting(setting, FormattableString.Invariant($"{value} is not between {least} and {most}"), "Give a value within these bounds.");
        }
    }
}
