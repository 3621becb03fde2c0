using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Collection.TestGrid.Api;

/// <summary>The addresses of the v1 API. Names stand in them in their normal form, as the API's own links have them.</summary>
internal sealed class ApiUrls
{
    private readonly string _base;

    /// <summary>Checks the API's address.</summary>
    /// <param name="api">An absolute address with http or https, with the version in its path.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is not such an address.</exception>
    public ApiUrls(Uri api)
    {
        _base = BaseAddress.Check(api, "api-url", "https://testgrid-api.prow.k8s.io/api/v1");
        Address = new Uri(_base);
    }

    /// <summary>Gets the API's address.</summary>
    public Uri Address { get; }

    /// <summary>Gets the address of the list of dashboards.</summary>
    public Uri Dashboards => new($"{_base}/dashboards");

    /// <summary>The address of the list of a dashboard's jobs.</summary>
    public Uri Tabs(string dashboard) => new($"{Of(dashboard)}/tabs");

    /// <summary>The address of the summaries of a dashboard's jobs.</summary>
    public Uri TabSummaries(string dashboard) => new($"{Of(dashboard)}/tab-summaries");

    /// <summary>The address of a grid's columns.</summary>
    public Uri Headers(JobKey key) => new($"{Of(key.Dashboard)}/tabs/{Normal(key.Job, "job")}/headers");

    /// <summary>The address of a grid's rows.</summary>
    public Uri Rows(JobKey key) => new($"{Of(key.Dashboard)}/tabs/{Normal(key.Job, "job")}/rows");

    private string Of(string dashboard) => $"{_base}/dashboards/{Normal(dashboard, "dashboard")}";

    private static string Normal(string name, string setting) => ApiNames.Normalize(name) is { Length: > 0 } normal
        ? normal
        : throw TestGridErrors.BadSetting(setting, $"'{name}' has no letter and no digit, so the API cannot be asked for it", "Take it from another source with --source.");
}
