using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Decoding.Columns;

/// <summary>Makes the grid of a job out of its builds, as TestGrid would show it.</summary>
/// <remarks>
/// Builds come in any order; the same builds give the same grid. Each is made a column at once, so that memory holds a status and a duration for each case (about 40 bytes)
/// and no JUnit file; messages are cut to 140 bytes. Not safe to call from several threads.
/// </remarks>
public sealed class BuildGridBuilder
{
    private readonly ColumnOptions _options;
    private readonly DateTimeOffset _now;
    private readonly DecodeLimits _limits;
    private readonly ColumnConverter _converter;
    private readonly Dictionary<BuildKey, GridColumn> _columns = [];
    private readonly Dictionary<BuildKey, (UnreadableBuild Reason, string Message)> _unreadable = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private long _cells;

    /// <summary>Starts without builds.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="now">The time at which the builds were looked at, which decides what still runs: for stored builds, when the snapshot was taken.</param>
    /// <param name="limits">What the grid may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <exception cref="CiFeaturesException">The options contradict themselves.</exception>
    public BuildGridBuilder(ColumnOptions options, DateTimeOffset now, DecodeLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _now = now;
        _limits = limits ?? DecodeLimits.Default;
        _converter = new(options);
    }

    /// <summary>How many builds were added.</summary>
    public int Count => _columns.Count + _unreadable.Count;

    /// <summary>Adds a build.</summary>
    /// <param name="record">What is known of it. Without a start it has a column that only says so; see <see cref="ColumnOptions.StartFromProwJob"/>.</param>
    /// <param name="pod">What <c>podinfo.json</c> says; null when there is none. Where it is not among the record's files either, nobody looked, and the build has no row "Pod".</param>
    /// <param name="junit">Paths below the build's folder and cases of its JUnit files, in any order.</param>
    /// <param name="malformed">Files that are there and cannot be used; they fail the build.</param>
    /// <exception cref="CiFeaturesException">The build was added before, or there are more cells than the limits allow.</exception>
    public void Add(BuildRecord record, PodInfo? pod, IEnumerable<(string Path, IReadOnlyList<JUnitCase> Cases)> junit, IReadOnlyCollection<string> malformed)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(junit);
        ArgumentNullException.ThrowIfNull(malformed);
        Add(new BuildResult
        {
            Job = record.Key.Job,
            Build = record.Key.Build,
            Started = BuildStart.Of(record, _options),
            Finished = record.Finished,
            Pod = pod,
            PodLookedFor = pod is not null || record.Files.Any(f => f.Path == "podinfo.json"),
            Suites = [.. junit.OrderBy(j => j.Path, StringComparer.Ordinal).Select(j => new ResultSuite(j.Cases, SuiteMetadata.Of(JUnitFileNames.OfArtifact(j.Path) ?? new("", "", ""))))],
            Malformed = [.. malformed.Order(StringComparer.Ordinal)],
        });
    }

    /// <summary>Adds a build that could not be read: a column that says so.</summary>
    /// <param name="build">The build.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <exception cref="CiFeaturesException">The build was added before.</exception>
    public void AddUnreadable(BuildKey build, string message) => AddUnreadable(build, UnreadableBuild.Damaged, message);

    /// <summary>Makes the grid: columns newest first, rows in natural order of their names.</summary>
    /// <param name="key">The dashboard and job.</param>
    /// <exception cref="CiFeaturesException">The grid is larger than the limits allow.</exception>
    public JobGrid Build(JobKey key)
    {
        if (Count > _limits.MaxRuns)
        {
            DecodingErrors.TooLarge("columns", Count, _limits.MaxRuns, nameof(DecodeLimits.MaxRuns), key.ToString());
        }

        List<GridColumn> columns = [.. BuildTimeNames.Apply(OldestFirst(), _options.BuildTimeFormat)];
        columns.Reverse();
        IReadOnlyList<GridColumn> grouped = ColumnGrouping.Group(columns.OrderByDescending(c => c.StartedMs), _options);
        return ColumnGrid.Make(key, [.. grouped.OrderByDescending(c => c.StartedMs)], _options, _limits);
    }

    /// <summary>Adds what was read of a build.</summary>
    internal void Add(BuildResult result)
    {
        BuildKey build = new(result.Job, result.Build);
        if (result.Started?.Time is not { } start)
        {
            AddUnreadable(build, UnreadableBuild.NoStart, "The build does not say when it started.");
        }
        else if (start < _options.OldestStart)
        {
            AddUnreadable(build, UnreadableBuild.TooOld, $"The build is too old: it started at {start.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}.");
        }
        else
        {
            CheckNew(build);
            GridColumn column = _converter.Convert(result.Build, result, _now);
            _cells += column.Cells.Count;
            if (_cells > _limits.MaxCells)
            {
                DecodingErrors.TooLarge("cells with a result", _cells, _limits.MaxCells, nameof(DecodeLimits.MaxCells), build.ToString());
            }

            _columns.Add(build, column with { Cells = [.. column.Cells.Select(c => new NamedCell(Shared(c.Row), Shared(c.Cell)))] });
        }
    }

    private void AddUnreadable(BuildKey build, UnreadableBuild reason, string message)
    {
        CheckNew(build);
        _unreadable.Add(build, (reason, message));
    }

    private void CheckNew(BuildKey build)
    {
        if (_columns.ContainsKey(build) || _unreadable.ContainsKey(build))
        {
            ColumnErrors.SameBuild(build);
        }
    }

    // Builds that cannot be read get their places from those before them, so the order has to be the builds' own.
    private List<GridColumn> OldestFirst()
    {
        UnreadableColumns unreadable = new(_options.Headings.Count);
        List<GridColumn> columns = new(Count);
        foreach (BuildKey build in _columns.Keys.Concat(_unreadable.Keys).OrderBy(k => k.Build, NaturalOrder.Ascending).ThenBy(k => k.Job, StringComparer.Ordinal))
        {
            if (_columns.TryGetValue(build, out GridColumn? column))
            {
                unreadable.Follow(column);
                columns.Add(column);
            }
            else
            {
                (UnreadableBuild reason, string message) = _unreadable[build];
                columns.Add(unreadable.Make(build.Build, reason, message));
            }
        }

        return columns;
    }

    // Builds of a job have the same rows, and fail with the same messages: one copy of each serves all.
    private ColumnCell Shared(ColumnCell cell) =>
        ReferenceEquals(cell.Detail, CellDetail.None) ? cell : cell with { Detail = cell.Detail with { Message = Shared(cell.Detail.Message), Icon = Shared(cell.Detail.Icon) } };

    private string Shared(string text)
    {
        if (!_texts.TryGetValue(text, out string? shared))
        {
            _texts[text] = shared = text;
        }

        return shared;
    }
}
