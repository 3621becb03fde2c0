using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.Prow;

/// <summary>Which builds a collection takes, what of them, and how.</summary>
public sealed record ProwCollectOptions
{
    /// <summary>The files that are taken where nothing else is said; patterns as of <see cref="Files"/>.</summary>
    public static IReadOnlyList<string> DefaultFiles { get; } =
    [
        "started.json",
        "finished.json",
        "prowjob.json",
        "podinfo.json",
        "build-log.txt",
        "artifacts/metadata.json",
        "artifacts/build-resources/events.json",
        "artifacts/**/junit*.xml",
    ];

    /// <summary>The jobs: exact names, globs with <c>*</c> and <c>?</c>, or, after <c>re:</c>, regular expressions. For patterns the jobs of the bucket are listed.</summary>
    public IReadOnlyList<string> Jobs { get; init; } = [];

    /// <summary>Further jobs by exact names, such as those of a TestGrid snapshot. Those that have no builds are counted and not told one by one.</summary>
    public IReadOnlyList<string> SuggestedJobs { get; init; } = [];

    /// <summary>Only these builds, by their ids; empty = the newest.</summary>
    public IReadOnlyList<string> Builds { get; init; } = [];

    /// <summary>How many of the newest builds of each job.</summary>
    /// <value>20 by default.</value>
    public int MaxBuilds { get; init; } = 20;

    /// <summary>Only builds that began at or after this time, as listings or <c>started.json</c> say; builds of which neither says are taken. Null = all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>As <see cref="Since"/>, so long before the snapshot's time. Null = all.</summary>
    public TimeSpan? NewerThan { get; init; }

    /// <summary>Only builds with this id and above, in natural order; null = all.</summary>
    public string? FromBuild { get; init; }

    /// <summary>The folders of the bucket that have a folder for each job; the first one that has builds of a job is where they are taken from.</summary>
    /// <value><c>logs</c>, then <c>pr-logs/directory</c>, by default.</value>
    public IReadOnlyList<string> Prefixes { get; init; } = ["logs", "pr-logs/directory"];

    /// <summary>
    /// The files that are taken, by their paths below the build: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders. A path without
    /// these is recorded as missing where it is not there.
    /// </summary>
    /// <value><see cref="DefaultFiles"/> by default.</value>
    public IReadOnlyList<string> Files { get; init; } = DefaultFiles;

    /// <summary>How many folders deep the artifacts are looked through for patterns: 1 is <c>artifacts/</c> itself.</summary>
    /// <value>Null by default: 8, and 2 with gcsweb, where each folder is a request.</value>
    public int? MaxDepth { get; init; }

    /// <summary>How many names of a build's artifacts are looked through at the most; what is beyond is told.</summary>
    /// <value>20,000 by default.</value>
    public int MaxEntries { get; init; } = 20_000;

    /// <summary>The longest file, as stored and after decompression; longer ones are skipped.</summary>
    /// <value>1 GiB by default.</value>
    public long MaxFileBytes { get; init; } = 1L << 30;

    /// <summary>How the bucket is read.</summary>
    /// <value><see cref="ProwSourceKind.Api"/> by default.</value>
    public ProwSourceKind Source { get; init; }

    /// <summary>The bucket.</summary>
    /// <value><c>test-platform-results</c> by default.</value>
    public string Bucket { get; init; } = "test-platform-results";

    /// <summary>The service that holds the bucket.</summary>
    /// <value><c>https://storage.googleapis.com</c> by default.</value>
    public Uri Api { get; init; } = new("https://storage.googleapis.com");

    /// <summary>The service that shows the bucket as pages.</summary>
    public Uri Gcsweb { get; init; } = ProwProfile.All[0].Gcsweb;

    /// <summary>The folder that is a copy of the bucket; null where there is none.</summary>
    public string? Folder { get; init; }

    /// <summary>Google credentials for <see cref="Api"/>: a file, or <c>default</c>; null = none.</summary>
    public string? Credentials { get; init; }

    /// <summary>How the service is treated.</summary>
    public required PoliteHttpOptions Http { get; init; }

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

    internal int Depth => MaxDepth ?? (Source == ProwSourceKind.Gcsweb ? 2 : 8);
}
