using CiFeatures.Core.Builds;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Decoding.Columns;

/// <summary>Makes the column of a build (TestGrid's <c>convertResult</c>).</summary>
/// <param name="options">The settings.</param>
internal sealed class ColumnConverter(ColumnOptions options)
{
    // What TestGrid shows under a header that a finished build has no value for.
    private const string MissingHeader = "missing";

    private const string EmailKey = "EmailAddresses";

    private readonly CaseCells _cases = new(options);

    /// <summary>Makes the column.</summary>
    /// <param name="id">The build's id.</param>
    /// <param name="result">What was read of the build.</param>
    /// <param name="now">The time at which the build was looked at.</param>
    public GridColumn Convert(string id, BuildResult result, DateTimeOffset now)
    {
        IReadOnlyDictionary<string, string>? metadata = result.Finished?.Metadata;
        string cellId = options.Names.MultiJob ? $"{result.Job}/{id}" : options.BuildTimeFormat.Length > 0 ? id : "";
        CellTable cells = new();
        AddCases(cells, result, cellId);
        ColumnCell overall = Overall(cells, result, now);
        AddBuild(cells, BuildCells.OverallRow, result.Job, overall, cellId);
        if (options.AnalyzePod && BuildCells.PodUnlessPending(result, overall.Status, now) is { } pod)
        {
            AddBuild(cells, BuildCells.PodRow, result.Job, pod, cellId);
        }

        return new()
        {
            Build = options.BuildKey.Length > 0 && metadata is not null ? metadata.GetValueOrDefault(options.BuildKey, "") : id,
            Hint = id,
            StartedMs = result.StartedOrEpoch.ToUnixTimeMilliseconds(),
            Extra = Extra(result, overall.Status),
            EmailAddresses = result.Finished is { } finished ? BuildMetadata.List(finished.OtherMetadata, EmailKey) : [],
            Cells = options.MergeSameNames ? cells.Single(list => CellMerge.Merge(flaky: true, list)) : cells.Split(),
        };
    }

    private void AddCases(CellTable cells, BuildResult result, string cellId)
    {
        IReadOnlyDictionary<string, string> metadata = result.Finished?.Metadata ?? new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ResultSuite suite in result.Suites)
        {
            foreach (JUnitCase test in suite.Cases)
            {
                if (_cases.Of(test, cellId) is { } cell)
                {
                    cells.Add(Name(test, result.Job, suite.Metadata, metadata), cell);
                }
            }
        }
    }

    private string Name(JUnitCase test, string job, IReadOnlyDictionary<string, string> suite, IReadOnlyDictionary<string, string> build)
    {
        if (test.Properties.Count == 0)
        {
            return options.Names.Render(job, test.TestName, suite, build);
        }

        Dictionary<string, string> properties = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> property in test.Properties)
        {
            properties.TryAdd(property.Key, property.Value);
        }

        return options.Names.Render(job, test.TestName, properties, suite, build);
    }

    // A build that fails without a failing test says so, lest it look as if the failure had been overlooked.
    private static ColumnCell Overall(CellTable cells, BuildResult result, DateTimeOffset now)
    {
        ColumnCell overall = BuildCells.Overall(result, now);
        return overall.Status != CellStatus.Fail || overall.Detail.Message.Length > 0 || cells.Any(c => c.Status == CellStatus.Fail)
            ? overall
            : overall with { Detail = overall.Detail with { Icon = "F", Message = "Build failed outside of test results" } };
    }

    private void AddBuild(CellTable cells, string row, string job, ColumnCell cell, string cellId)
    {
        ColumnCell named = cellId.Length == 0 ? cell : cell with { Detail = cell.Detail with { CellId = cellId } };
        cells.AddFirst($"{job}.{row}", named);
        if (options.Names.MultiJob)
        {
            cells.AddFirst(row, named);
        }
    }

    private string[] Extra(BuildResult result, CellStatus overall)
    {
        string[] extra = new string[options.Headings.Count];
        for (int i = 0; i < extra.Length; i++)
        {
            string key = options.Headings[i].Key;
            extra[i] = result.Finished?.Metadata.GetValueOrDefault(key)
                ?? (key == ColumnHeading.Commit ? BuildVersion.Of(result.Started, result.Finished) : null)
                ?? (overall == CellStatus.Running ? "" : MissingHeader);
        }

        return extra;
    }
}
