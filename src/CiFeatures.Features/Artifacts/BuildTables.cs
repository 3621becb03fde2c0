using CiFeatures.Core.Tables;
using CiFeatures.Features.Artifacts.BuildLogs;
using CiFeatures.Features.Artifacts.Builds;
using CiFeatures.Features.Artifacts.Events;
using CiFeatures.Features.Artifacts.JUnit;
using CiFeatures.Features.Artifacts.Listings;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts;

/// <summary>The definitions of all tables about builds.</summary>
internal sealed class BuildTables(bool withSnapshot)
{
    public FeatureTableDefinition<BuildContext> Builds { get; } = BuildsTable.Define(withSnapshot);

    public FeatureTableDefinition<ListingContext> Listings { get; } = ListingsTable.Define(withSnapshot);

    public FeatureTableDefinition<EventContext> Events { get; } = EventsTable.Define(withSnapshot);

    public FeatureTableDefinition<JUnitContext> JUnit { get; } = JUnitTable.Define(withSnapshot);

    public FeatureTableDefinition<LogContext> Logs { get; } = LogsTable.Define(withSnapshot);

    public IReadOnlyList<TableSchema> Schemas => [Builds.Schema, Listings.Schema, Events.Schema, JUnit.Schema, Logs.Schema];
}
