using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Features.Artifacts;

namespace CiFeatures.Features.Extraction;

/// <summary>What an extraction counted, repaired and left out.</summary>
public sealed class ExtractionResult
{
    private readonly List<SkippedJob> _skipped = [];
    private readonly List<DecodeIssue> _issues = [];
    private readonly SortedDictionary<string, long> _issuesByCode = new(StringComparer.Ordinal);

    /// <summary>How many issues are kept in <see cref="Issues"/>; <see cref="IssueCount"/> counts all.</summary>
    public const int IssuesKept = 1000;

    /// <summary>Jobs worked on.</summary>
    public int Jobs { get; private set; }

    /// <summary>Jobs with a decoded grid.</summary>
    public int Grids { get; private set; }

    /// <summary>Rows of all grids.</summary>
    public long Tests { get; private set; }

    /// <summary>Columns of all grids.</summary>
    public long Runs { get; private set; }

    /// <summary>Cells of all grids, blank ones included.</summary>
    public long Cells { get; private set; }

    /// <summary>Builds worked on.</summary>
    public int Builds { get; private set; }

    /// <summary>How many things in the answers were repaired or noted.</summary>
    public long IssueCount { get; private set; }

    /// <summary>How often each issue came up, by its code; counts all of them.</summary>
    public IReadOnlyDictionary<string, long> IssuesByCode => _issuesByCode;

    /// <summary>The first of the issues, in order of dashboards and jobs.</summary>
    public IReadOnlyList<DecodeIssue> Issues => _issues;

    /// <summary>Answers that could not be read, with their reason.</summary>
    public IReadOnlyList<SkippedJob> Skipped => _skipped;

    internal void Add(JobOutcome outcome)
    {
        Jobs++;
        if (outcome.Grid is { } grid)
        {
            Grids++;
            Tests += grid.Tests.Count;
            Runs += grid.Runs.Count;
            Cells += grid.CellCount;
        }

        AddIssues(outcome.Issues);
        if (outcome.Skipped is { } error)
        {
            AddSkipped(outcome.Key, error);
        }
    }

    internal void Add(BuildOutcome outcome)
    {
        Builds++;
        AddIssues(outcome.Issues);
        foreach (CiFeaturesException error in outcome.Skipped)
        {
            AddSkipped(new JobKey(BuildExtractor.Dashboard, outcome.Key.ToString()), error);
        }
    }

    internal void AddIssues(IReadOnlyList<DecodeIssue> issues)
    {
        IssueCount += issues.Count;
        foreach (DecodeIssue issue in issues)
        {
            _issuesByCode[issue.Code] = _issuesByCode.GetValueOrDefault(issue.Code) + 1;
        }

        _issues.AddRange(issues.Take(IssuesKept - _issues.Count));
    }

    internal void AddSkipped(JobKey key, CiFeaturesException error) => _skipped.Add(new SkippedJob(key, error.Code, error.Place, error.Message));
}
