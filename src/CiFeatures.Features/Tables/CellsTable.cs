using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Tables;

/// <summary>The table <c>cells</c>: one row for every cell that is not blank. Large, so made on request only.</summary>
internal static class CellsTable
{
    public static FeatureTableDefinition<CellContext> Define(bool withSnapshot)
    {
        FeatureColumns<CellContext> columns = KeyColumns.Begin<CellContext>(withSnapshot, c => c.Job.Snapshot, c => c.Job.Key.Dashboard)
            .Text("job", "The job's published name (TestGrid's tab)", c => c.Job.Key.Job)
            .Text("test", "The row's name as published", c => c.Grid.Grid.Tests[c.Test].Name)
            .Text("build", "The build id as published", c => c.Grid.Grid.Runs.Builds[c.Run])
            .Time("run_time", "Start of the run", c => c.Grid.TimeMs(c.Run), "when the answer has 0 there")
            .Code("status", "The status code, 1 to 15", c => (sbyte)c.Grid.Grid[c.Test, c.Run]);
        return new FeatureTableDefinition<CellContext>("cells", "cell with a result", columns);
    }
}
