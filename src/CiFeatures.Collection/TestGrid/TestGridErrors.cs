using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.TestGrid;

/// <summary>The errors of collecting from a TestGrid; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class TestGridErrors
{
    public const string DashboardUnknown = "CIF1231";
    public const string NothingToCollect = "CIF1237";
    public const string GridKeepsChanging = "CIF1243";
    public const string NotAddressable = "CIF1244";

    public static CiFeaturesException UnknownDashboard(Uri url, string dashboard, Exception? cause = null) =>
        new(DashboardUnknown, ErrorKind.BadInput, $"The service has no dashboard '{dashboard}'{(cause is FetchFailure { Status: { } status } ? $" (status {status})" : "")}.", url.AbsoluteUri, $"Names are compared exactly; {url.GetLeftPart(UriPartial.Authority)} lists them.", cause);

    /// <summary>Rows without their columns are worth nothing.</summary>
    public static CiFeaturesException KeepsChanging(Uri url, JobKey key) =>
        new(GridKeepsChanging, ErrorKind.SourceUnavailable, $"The columns of job '{key.Job}' in '{key.Dashboard}' changed each time while its rows were asked for.", url.AbsoluteUri, "Nothing; the next collection asks again.");

    /// <summary>Not even what names the dashboards was asked for.</summary>
    public static CiFeaturesException NothingWithinLimits(FetchFailure cause) =>
        new(NothingToCollect, ErrorKind.BadInput, "Nothing could be asked for within the limits of the collection.", cause.Place, "Give larger limits: --max-requests, --max-bytes, --max-time.", cause);

    /// <summary>Summaries go on listing jobs that are gone.</summary>
    public static CiFeaturesException NoGrid(Uri url, JobKey key, CiFeaturesException problem) => problem is FetchFailure { Status: 404 }
        ? new CiFeaturesException(problem.Code, problem.Kind, $"The service has no grid of job '{key.Job}' in '{key.Dashboard}' (status 404), though it lists the job.", url.AbsoluteUri, "Nothing; the next collection asks again.", problem)
        : problem;

    public static CiFeaturesException BadSetting(string setting, string problem, string remedy) => HttpErrors.BadSetting(setting, problem, remedy);

    public static CiFeaturesException Nothing(Uri url, string what, string remedy) =>
        new(NothingToCollect, ErrorKind.BadInput, what, url.AbsoluteUri, remedy);
}
