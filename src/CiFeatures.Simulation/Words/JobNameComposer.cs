using System.Globalization;
using CiFeatures.Simulation.Chance;

namespace CiFeatures.Simulation.Words;

/// <summary>Composes job names of the usual shape: who runs it, the release, the cloud and a flavour.</summary>
internal static class JobNameComposer
{
    /// <summary>Unique names for the jobs of a dashboard; the first ones do not depend on how many there are.</summary>
    public static IReadOnlyList<string> Compose(ulong seed, string dashboard, int count, OddityLevel oddities)
    {
        var names = new List<string>(count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string release = ReleaseOf(dashboard);
        for (int i = 0; i < count; i++)
        {
            var chance = new ChanceStream(StreamKey.Of(StreamKey.Of(seed, "job-name", dashboard), i));
            string stream = chance.Hits(0.55) ? "ci" : "nightly";
            string cloud = chance.Pick(Vocabulary.Clouds);
            string flavour = chance.Pick(Vocabulary.Flavours);
            string plain = $"periodic-ci-simulated-platform-main-{stream}-{release}-e2e-{cloud}" + (flavour.Length == 0 ? "" : "-" + flavour);
            if (oddities == OddityLevel.All && i % Model.OddityPlanner.JobsForAll == 2)
            {
                // Nothing forbids such names, and they must not break file names or addresses.
                plain += " (odd/name: 100% & more)";
            }

            string name = plain;
            for (int again = 2; !seen.Add(name); again++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{plain}-{again}");
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>What the job is called in the names of its steps: from "e2e-" on.</summary>
    public static string ShortName(string job)
    {
        int at = job.IndexOf("e2e-", StringComparison.Ordinal);
        return at < 0 ? job : job[at..];
    }

    /// <summary>The release in a dashboard's name, such as 5.1, or the whole name where there is none.</summary>
    public static string ReleaseOf(string dashboard)
    {
        foreach (string part in dashboard.Split('-'))
        {
            int dot = part.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && part.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0 && part.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return part;
            }
        }

        return dashboard;
    }
}
