using CiFeatures.Collection.Answers;
using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Snapshots;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Columns;
using CiFeatures.Decoding.State;

namespace CiFeatures.Collection.Store;

/// <summary>Reads a complete snapshot. Every body is checked against the manifest's length and hash before it is decoded.</summary>
/// <remarks>
/// What several sources have is read from the first of: legacy answer, state object of the job, state object of its test group, v1 API. Jobs that have builds have a
/// grid below <see cref="BuildDashboard"/> as well, made from what the builds left when it is asked for.
/// Holds nothing but the manifest and, once a test group's object was read, the jobs' options in the configuration, so that memory does not grow with what was read. Safe to call from several threads.
/// </remarks>
public sealed partial class SnapshotReader : ISnapshotReader
{
    /// <summary>
    /// The pseudo-dashboard of the grids that are made from builds: its jobs are the Prow jobs that have builds here. Where TestGrid has a dashboard of this name, its
    /// own answers come first, job by job.
    /// </summary>
    public const string BuildDashboard = "prow";

    private readonly IAnswerDecoder _decoder;
    private readonly AnswerIndex _answers;
    private readonly Lazy<IReadOnlyDictionary<JobKey, string>> _baseOptions;

    internal SnapshotReader(string folder, SnapshotManifest manifest, IAnswerDecoder decoder)
    {
        Folder = folder;
        Manifest = manifest;
        _decoder = decoder;
        _answers = new AnswerIndex(manifest.Files);
        if (_answers.Twice is { } file)
        {
            throw CollectionErrors.BadManifest(Path.Combine(folder, SnapshotPaths.Manifest), $"it has two answers for dashboard '{file.Dashboard}' and job '{file.Job}'.");
        }

        _builds = new BuildIndex(manifest);
        if (_builds.Twice is { } second)
        {
            throw CollectionErrors.BadManifest(Path.Combine(folder, SnapshotPaths.Manifest), $"it has two bodies for '{second.Artifact ?? "listing"}' of build '{second.Build}' of job '{second.Job}'.");
        }

        // After an error it is tried again, so that each job tells of it.
        _baseOptions = new Lazy<IReadOnlyDictionary<JobKey, string>>(ReadBaseOptions, LazyThreadSafetyMode.PublicationOnly);
        Dashboards = _builds.Jobs.Count == 0
            ? [.. _answers.Dashboards]
            : [.. _answers.Dashboards.Append(BuildDashboard).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The snapshot's folder.</summary>
    public string Folder { get; }

    /// <summary>The snapshot's manifest.</summary>
    public SnapshotManifest Manifest { get; }

    /// <inheritdoc/>
    public string SnapshotId => Manifest.Id;

    /// <inheritdoc/>
    public DateTimeOffset Created => Manifest.Created;

    /// <inheritdoc/>
    public string Fingerprint => Manifest.Fingerprint;

    /// <inheritdoc/>
    public IReadOnlyList<string> Dashboards { get; }

    /// <inheritdoc/>
    /// <returns>Empty for a dashboard that the snapshot does not have.</returns>
    public IReadOnlyList<string> JobsWithTable(string dashboard) => dashboard == BuildDashboard
        ? [.. _answers.Jobs(dashboard).Union(_builds.Jobs, StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [.. _answers.Jobs(dashboard)];

    /// <inheritdoc/>
    public DashboardSummary? ReadSummary(string dashboard, ICollection<DecodeIssue> issues) =>
        _answers.Summaries.TryGetValue(dashboard, out SnapshotFile? file) ? ReadSummary(file, issues) : null;

    /// <inheritdoc/>
    public JobGrid ReadGrid(JobKey key, ICollection<DecodeIssue> issues) =>
        _answers.Grid(key) is { } source ? ReadGrid(source.File, source.Headers, issues)
        : key.Dashboard == BuildDashboard && _builds.Builds(key.Job).Count > 0 ? BuildGrids.Read(this, key.Job, key, Created, issues, options: null, _decoder.Limits)
        : throw CollectionErrors.NoSuchAnswer(Folder, key.ToString());

    /// <summary>The bytes of a stored body after content decoding, whatever it is.</summary>
    /// <param name="file">An entry of <see cref="Manifest"/>.</param>
    /// <exception cref="CiFeaturesException">The file is missing (CIF1208) or holds other bytes (CIF1209); the place names it.</exception>
    public byte[] ReadBody(SnapshotFile file) => StoredBody.Read(Folder, file, _decoder.Limits.MaxDocumentBytes);

    internal SnapshotFile? Headers(SnapshotFile rows) => _answers.File(SnapshotFileKind.ApiHeaders, rows.Dashboard!, rows.Job!);

    internal DashboardSummary ReadSummary(SnapshotFile file, ICollection<DecodeIssue> issues)
    {
        byte[] body = ReadBody(file);
        return Decoded(file, () => file.Kind switch
        {
            SnapshotFileKind.StateSummary => _decoder.ReadStateSummary(body, file.Dashboard!, issues),
            SnapshotFileKind.ApiTabSummaries => _decoder.ReadApiSummary(body, file.Dashboard!, issues),
            _ => _decoder.ReadSummary(body, file.Dashboard!, issues),
        });
    }

    internal JobGrid ReadGrid(SnapshotFile file, SnapshotFile? headers, ICollection<DecodeIssue> issues)
    {
        JobKey key = new(file.Dashboard!, file.Job!);
        byte[] body = ReadBody(file);
        byte[] columns = headers is null ? [] : ReadBody(headers);
        return Decoded(file, () => file.Kind switch
        {
            SnapshotFileKind.StateTab => _decoder.ReadStateTab(body, key, issues),
            SnapshotFileKind.StateGroup => _decoder.ReadStateGroup(body, key, _baseOptions.Value.GetValueOrDefault(key, ""), issues),
            SnapshotFileKind.ApiRows => _decoder.ReadApiGrid(columns, body, key, issues),
            _ => _decoder.ReadTable(body, key, issues),
        });
    }

    internal void Check(SnapshotFile file, ICollection<DecodeIssue> issues)
    {
        if (file.Kind == SnapshotFileKind.BuildFile)
        {
            StoredBody.Check(Folder, file, _decoder.Limits.MaxDocumentBytes);
            return;
        }

        byte[] body = ReadBody(file);
        _ = Decoded<object?>(file, () => file.Kind switch
        {
            SnapshotFileKind.StateConfig => _decoder.ReadStateConfig(body, issues),
            SnapshotFileKind.ApiDashboards => _decoder.ReadApiDashboards(body, issues),
            SnapshotFileKind.ApiTabs => _decoder.ReadApiTabs(body, issues),
            SnapshotFileKind.BuildListing => ListingJson.Read(body),
            _ => null,
        });
    }

    private Dictionary<JobKey, string> ReadBaseOptions()
    {
        Dictionary<JobKey, string> options = [];
        if (_answers.File(SnapshotFileKind.StateConfig, "", "") is { } file)
        {
            byte[] body = ReadBody(file);
            foreach (StateDashboard dashboard in Decoded(file, () => _decoder.ReadStateConfig(body, new List<DecodeIssue>())).Dashboards)
            {
                foreach (StateTab tab in dashboard.Tabs.Where(t => t.BaseOptions.Length > 0))
                {
                    options.TryAdd(new JobKey(dashboard.Name, tab.Name), tab.BaseOptions);
                }
            }
        }

        return options;
    }

    private T Decoded<T>(SnapshotFile file, Func<T> decode)
    {
        try
        {
            return decode();
        }
        catch (CiFeaturesException e)
        {
            throw CollectionErrors.Unreadable(StoredBody.FullPath(Folder, file.Path), e);
        }
    }
}
