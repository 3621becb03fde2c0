using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.TestGrid;

/// <summary>What a collection takes, and how.</summary>
/// <remarks>
/// Patterns are exact names, globs with <c>*</c> and <c>?</c>, or, after <c>re:</c>, regular expressions. Where all dashboards are exact names, nobody is asked
/// which dashboards there are.
/// </remarks>
public sealed record CollectOptions
{
    /// <summary>Patterns of the dashboards; one that is given twice counts once, none = all dashboards.</summary>
    public required IReadOnlyList<string> Dashboards { get; init; }

    /// <summary>How the service is treated.</summary>
    public required PoliteHttpOptions Http { get; init; }

    /// <summary>Patterns of dashboards that are left out. Empty by default.</summary>
    public IReadOnlyList<string> ExcludedDashboards { get; init; } = [];

    /// <summary>Patterns of the jobs.</summary>
    /// <value>Empty by default: all jobs.</value>
    public IReadOnlyList<string> JobPatterns { get; init; } = [];

    /// <summary>Patterns of jobs that are left out. Empty by default.</summary>
    public IReadOnlyList<string> ExcludedJobs { get; init; } = [];

    /// <summary>Only jobs with a run at or after this time, as the summary says; jobs of which it does not say are taken. Null = all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>As <see cref="Since"/>, so long before the snapshot's time. Null = all.</summary>
    public TimeSpan? NewerThan { get; init; }

    /// <summary>The source.</summary>
    /// <value><see cref="TestGridSourceKind.Auto"/> by default.</value>
    public TestGridSourceKind Source { get; init; }

    /// <summary>The legacy site.</summary>
    /// <value><c>https://testgrid.k8s.io</c> by default.</value>
    public Uri Site { get; init; } = new("https://testgrid.k8s.io");

    /// <summary>The path below <see cref="Site"/> of a page that names the dashboards; any dashboard's page will do. Empty by default: the first page.</summary>
    public string DirectoryPage { get; init; } = "";

    /// <summary>The v1 API.</summary>
    /// <value><c>https://testgrid-api.prow.k8s.io/api/v1</c> by default.</value>
    public Uri Api { get; init; } = new("https://testgrid-api.prow.k8s.io/api/v1");

    /// <summary>The service that holds the bucket.</summary>
    /// <value><c>https://storage.googleapis.com</c> by default.</value>
    public Uri Storage { get; init; } = new("https://storage.googleapis.com");

    /// <summary>The bucket with the state objects.</summary>
    /// <value><c>k8s-testgrid</c> by default.</value>
    public string Bucket { get; init; } = "k8s-testgrid";

    /// <summary>The most requests altogether, repetitions included; what is left then is listed as skipped. Null = no limit.</summary>
    public long? MaxRequests { get; init; }

    /// <summary>After how many bytes on the wire no further request begins; what is left then is listed as skipped. Null = no limit.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>After how long no further request begins; what is left then is listed as skipped. Null = no limit.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>An interrupted collection with the same choice is continued when it is younger than this; zero = never.</summary>
    /// <value>12 hours by default.</value>
    public TimeSpan ResumeWithin { get; init; } = TimeSpan.FromHours(12);

    /// <summary>After how many answers in a row that could not be had it is found out whether the service is there at all.</summary>
    /// <value>3 by default.</value>
    public int MaxFailuresInARow { get; init; } = 3;

    /// <summary>How many threads decode and store answers.</summary>
    /// <value>1 by default.</value>
    public int Threads { get; init; } = 1;

    /// <summary>The same with another instance, whose API and bucket are at the same address: <c>/api/v1</c> below it, and itself.</summary>
    /// <param name="site">The address of the legacy site.</param>
    public CollectOptions At(Uri site) => this with
    {
        Site = site,
        Api = site.IsAbsoluteUri ? new Uri($"{site.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/v1") : site,
        Storage = site,
    };
}
