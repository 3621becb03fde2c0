using CiFeatures.Cli.Output;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Cli.Verbs.Builds;

/// <summary>Shows how far work over builds has come.</summary>
internal static class BuildProgress
{
    public static IProgress<ExtractionProgress> Of(IProgress<ProgressStep> display) =>
        new Listener<ExtractionProgress>(p => display.Report(new ProgressStep(p.JobsDone, p.JobsTotal, p.Dashboard)));
}
