using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.TestGrid;

/// <summary>The errors of collecting from a TestGrid; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class TestGridErrors
{
    public const string DashboardUnknown = "CIF1231";
    public const string NothingToCollect = "CIF1237";

    public static CiFeaturesException UnknownDashboard(Uri url, string dashboard, Exception? cause = null) =>
        new(DashboardUnknown, ErrorKind.BadInput, $"The service has no dashboard '{dashboard}'{(cause is FetchFailure { Status: { } status } ? $" (status {status})" : "")}.", url.AbsoluteUri, $"Names are compared exactly; {url.GetLeftPart(UriPartial.Authority)} lists them.", cause);

    /// <summary>Summaries go on listing jobs that are gone.</summary>
    public static CiFeaturesException NoGrid(Uri url, JobKey key, CiFeaturesException problem) => problem is FetchFailure { Status: 404 }
        ? new CiFeaturesException(problem.Code, problem.Kind, $"The service has no grid of job '{key.Job}' in '{key.Dashboard}' (status 404), though it lists the job.", url.AbsoluteUri, "Nothing; the next collection asks again.", problem)
        : problem;

    public static CiFeaturesException BadSetting(string setting, string problem, string remedy) => HttpErrors.BadSetting(setting, problem, remedy);

    public static CiFeaturesException Nothing(Uri url, string what, string remedy) =>
        new(NothingToCollect, ErrorKind.BadInput, what, url.AbsoluteUri, remedy);
}
