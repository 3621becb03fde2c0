using CiFeatures.Collection.TestGrid.Http;

namespace CiFeatures.Collection.TestGrid;

/// <summary>Finds what cannot work before anybody is asked for anything.</summary>
internal static class CollectOptionsCheck
{
    private const long MinBodyBytes = 1024;

    /// <summary>Checks all settings and gives the addresses.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">A setting is not valid.</exception>
    public static TestGridUrls Check(CollectOptions options)
    {
        TestGridUrls urls = new(options.Site);
        if (options.Dashboards.Count == 0)
        {
            throw TestGridErrors.BadSetting("dashboard", "No dashboard is named", "Give at least one --dashboard.");
        }

        foreach (string dashboard in options.Dashboards)
        {
            _ = urls.Summary(dashboard);
        }

        PoliteHttpOptions http = options.Http;
        _ = UserAgent.Of(http);
        Within("requests per second", http.RequestsPerSecond, 0.001, 1000);
        Within("timeout in seconds", http.Timeout.TotalSeconds, 0.1, 3600);
        Within("bytes of a body", http.MaxBodyBytes, MinBodyBytes, Array.MaxLength);
        Within("retries", http.MaxRetries, 0, 100);
        Within("redirects", http.MaxRedirects, 0, 100);
        Within("failures in a row", options.MaxFailuresInARow, 1, int.MaxValue);
        return urls;
    }

    private static void Within(string setting, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw TestGridErrors.BadSetting(setting, FormattableString.Invariant($"{value} is not between {least} and {most}"), "Give a value within these bounds.");
        }
    }
}
