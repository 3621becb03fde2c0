using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Features.Durations;
using CiFeatures.Features.Summary;

namespace CiFeatures.Features.Extraction;

/// <summary>The context of a row of <c>tests</c>.</summary>
internal readonly record struct TestContext(JobContext Job, GridFacts Grid, int Index)
{
    public TestRow Row => Grid.Grid.Tests[Index];

    public TestFacts Facts => Grid.Tests[Index];
}

/// <summary>The context of a row of <c>runs</c>.</summary>
internal readonly record struct RunContext(JobContext Job, GridFacts Grid, int Index)
{
    public StatusCounts Counts => Grid.Runs[Index];

    public DurationStatistics Durations => Grid.RunDurations[Index];
}

/// <summary>The context of a row of <c>cells</c>.</summary>
internal readonly record struct CellContext(JobContext Job, GridFacts Grid, int Test, int Run);

/// <summary>The context of a row of <c>alerts</c>: one of the two sources.</summary>
internal readonly record struct AlertContext(JobContext Job, string Test, SummaryAlert? Summary, RowAlert? Table, bool InBoth)
{
    public int? FailCount => Summary is null ? Table!.FailCount : Summary.FailCount;

    public string? Message => (Summary is null ? Table!.Message : Summary.FailureMessage).ValueOrDefault();

    public long? FailTimeMs => Summary is null ? Table!.FailTimeMs : Summary.FailTimeMs;

    public long? PassTimeMs => Summary is null ? Table!.PassTimeMs : Summary.PassTimeMs;

    public double? FailToPassSeconds => (FailTimeMs - PassTimeMs) / 1000.0;
}

/// <summary>The context of a row of <c>dashboards</c>; without totals when the snapshot has no readable summary.</summary>
internal sealed record DashboardContext(string Snapshot, string Dashboard, DashboardTotals? Totals);
