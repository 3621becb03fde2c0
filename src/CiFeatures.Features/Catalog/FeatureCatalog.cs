using CiFeatures.Core.Tables;
using CiFeatures.Features.Artifacts;
using CiFeatures.Features.Tables;

namespace CiFeatures.Features.Catalog;

/// <summary>All features that can be computed: the source of the data dictionary, the recipe and the documentation page.</summary>
public static class FeatureCatalog
{
    /// <summary>The schemas of all tables, in fixed order: <c>dashboards</c>, <c>jobs</c>, <c>tests</c>, <c>runs</c>, <c>alerts</c>, <c>cells</c>, then those about builds: <c>builds</c>, <c>listings</c>, <c>events</c>, <c>junit</c>, <c>logs</c>.</summary>
    /// <param name="withSnapshotColumn">Whether the tables begin with the id of the snapshot.</param>
    public static IReadOnlyList<TableSchema> Tables(bool withSnapshotColumn = false) =>
        [.. new FeatureTables(withSnapshotColumn).Schemas, .. new BuildTables(withSnapshotColumn).Schemas];
}
