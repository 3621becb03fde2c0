using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.Prow;

/// <summary>Finds what cannot work before anybody is asked for anything.</summary>
internal static class ProwOptionsCheck
{
    /// <summary>Checks the options; addresses and patterns are checked by what uses them.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">A setting is not valid (CIF1236).</exception>
    public static void Check(ProwCollectOptions options)
    {
        PoliteHttpOptions http = options.Http;
        _ = UserAgent.Of(http);
        Within("requests in flight", http.MaxInFlight, 1, 64);
        if (http.RequestsPerSecond != 0)
        {
            Within("requests per second", http.RequestsPerSecond, 0.001, 1000);
        }

        Within("timeout in seconds", http.Timeout.TotalSeconds, 0.1, 3600);
        Within("retries", http.MaxRetries, 0, 100);
        Within("builds", options.MaxBuilds, 1, 1_000_000);
        Within("depth", options.MaxDepth ?? 1, 1, 64);
        Within("entries", options.MaxEntries, 1, 10_000_000);
        Within("bytes of a file", options.MaxFileBytes, 1, 1L << 50);
        Within("failures in a row", options.MaxFailuresInARow, 1, int.MaxValue);
        Within("requests altogether", options.MaxRequests ?? 1, 1, long.MaxValue);
        Within("bytes altogether", options.MaxBytes ?? 1, 1, long.MaxValue);
        Within("seconds altogether", options.MaxTime?.TotalSeconds ?? 1, 0.001, TimeSpan.FromDays(365).TotalSeconds);
        Within("hours to resume within", options.ResumeWithin.TotalHours, 0, TimeSpan.FromDays(3650).TotalHours);
        if (options.Jobs.Count + options.SuggestedJobs.Count == 0)
        {
            throw ProwErrors.BadSetting("job", "No job is named", "Give --job NAME, a pattern such as --job 'periodic-ci-*', or --jobs-from STORE.");
        }

        foreach (string prefix in options.Prefixes.Count > 0 ? options.Prefixes : [""])
        {
            if (!ArtifactNames.IsPlainPath(prefix))
            {
                throw ProwErrors.BadSetting("prefix", $"'{prefix}' is no folder of a bucket", "Give one like logs or pr-logs/directory, without slashes around it.");
            }
        }

        foreach (string id in options.FromBuild is { } from ? [.. options.Builds, from] : options.Builds)
        {
            if (id.Length is 0 or > 32 || !id.All(char.IsAsciiDigit))
            {
                throw ProwErrors.BadSetting("build", $"'{id}' is not the id of a build", "Give the number that the build's folder is called.");
            }
        }
    }

    private static void Within(string setting, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw ProwErrors.BadSetting(setting, FormattableString.Invariant($"{value} is not between {least} and {most}"), "Give a value within these bounds.");
        }
    }
}
