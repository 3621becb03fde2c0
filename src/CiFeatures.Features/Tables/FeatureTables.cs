using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Tables;

/// <summary>The definitions of all feature tables.</summary>
internal sealed class FeatureTables
{
    public FeatureTables(bool withSnapshot)
    {
        Dashboards = DashboardsTable.Define(withSnapshot);
        Jobs = JobsTable.Define(withSnapshot);
        Tests = TestsTable.Define(withSnapshot);
        Runs = RunsTable.Define(withSnapshot);
        Alerts = AlertsTable.Define(withSnapshot);
        Cells = CellsTable.Define(withSnapshot);
    }

    public FeatureTableDefinition<DashboardContext> Dashboards { get; }

    public FeatureTableDefinition<JobContext> Jobs { get; }

    public FeatureTableDefinition<TestContext> Tests { get; }

    public FeatureTableDefinition<RunContext> Runs { get; }

    public FeatureTableDefinition<AlertContext> Alerts { get; }

    public FeatureTableDefinition<CellContext> Cells { get; }

    public IReadOnlyList<TableSchema> Schemas => [Dashboards.Schema, Jobs.Schema, Tests.Schema, Runs.Schema, Alerts.Schema, Cells.Schema];
}
