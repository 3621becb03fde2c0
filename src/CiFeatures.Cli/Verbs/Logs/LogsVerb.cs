using System.CommandLine;
using CiFeatures.Cli.Hosting;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>What logs of builds say: figures, templates, failing lines. Each sub-verb is a class of its own in this folder.</summary>
internal static class LogsVerb
{
    public static Command Create(VerbRunner runner) => new("logs", "Look into logs of builds: figures, words, templates, failing lines.")
    {
        LogsStatsVerb.Create(runner),
        LogsTemplatesVerb.Create(runner),
        LogsTermsVerb.Create(runner),
        LogsSimilarVerb.Create(runner),
        LogsClustersVerb.Create(runner),
        LogsFailuresVerb.Create(runner),
    };
}
