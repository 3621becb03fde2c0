using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Verbs.Builds;

/// <summary>The errors of what the command line does with builds, codes CIF1735 to CIF1739.</summary>
internal static class BuildErrors
{
    public const string NoBuilds = "CIF1735";
    public const string FileTooLarge = "CIF1736";
    public const string NotJson = "CIF1737";

    public static CiFeaturesException None(string place, IReadOnlyCollection<string> known) =>
        new(NoBuilds, ErrorKind.BadInput, known.Count == 0 ? "The snapshot has no builds" : "No build belongs to such a job", place, known.Count == 0
            ? "Collect builds with: cifeatures collect prow --job JOB --into STORE."
            : $"It has builds of: {string.Join("; ", known.Take(5))}{(known.Count > 5 ? "; …" : "")}.");
}
