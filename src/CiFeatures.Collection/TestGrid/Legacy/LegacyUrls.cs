using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.TestGrid.Legacy;

/// <summary>The addresses of the legacy site. Every name is escaped, so none can lead to another page.</summary>
internal sealed class LegacyUrls
{
    private readonly string _base;

    /// <summary>Checks the site's address.</summary>
    /// <param name="site">An absolute address with http or https; may have a path.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is not such an address, or has credentials, a query or a fragment.</exception>
    public LegacyUrls(Uri site)
    {
        _base = BaseAddress.Check(site, "url", "https://testgrid.k8s.io");
        Site = new Uri(_base);
    }

    /// <summary>Gets the site's address.</summary>
    public Uri Site { get; }

    /// <summary>The address of a page that names the dashboards.</summary>
    /// <param name="page">Its path below the site.</param>
    public Uri Page(string page) => new($"{_base}/{string.Join('/', page.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Segment))}");

    /// <summary>The address of a dashboard's summary.</summary>
    public Uri Summary(string dashboard) => new($"{_base}/{Segment(dashboard)}/summary");

    /// <summary>The address of a job's table with all its rows, idle ones included, and with the tests' durations.</summary>
    public Uri Table(JobKey key) =>
        new($"{_base}/{Segment(key.Dashboard)}/table?&show-stale-tests=&tab={Uri.EscapeDataString(key.Job)}&graph-metrics=test-duration-minutes");

    private static string Segment(string dashboard) =>
        dashboard is "" or "." or ".."
            ? throw TestGridErrors.BadSetting("dashboard", $"'{dashboard}' is not the name of a dashboard", "Give a dashboard by its published name.")
            : Uri.EscapeDataString(dashboard);
}
