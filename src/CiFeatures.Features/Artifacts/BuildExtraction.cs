using System.Runtime.InteropServices;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Artifacts.BuildLogs;
using CiFeatures.Features.Artifacts.Builds;
using CiFeatures.Features.Artifacts.Events;
using CiFeatures.Features.Artifacts.JUnit;
using CiFeatures.Features.Artifacts.Listings;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts;

/// <summary>Computes the rows of one build for every table that is wanted.</summary>
internal sealed class BuildExtraction(BuildTables tables, Func<string, bool> isWanted, PlannedBuild build)
{
    private readonly List<FeatureTable> _pieces = [];
    private readonly FileReading _reading = new(build);

    public BuildOutcome Compute()
    {
        var context = new BuildContext(build.Source.SnapshotId, _reading.Build());
        bool forBuilds = isWanted(tables.Builds.Schema.Name);
        Add(tables.Listings, [.. context.Record.Listings.SelectMany(l => l.Entries.Select(e => new ListingContext(context, l.Folder, e)))]);
        if (forBuilds || isWanted(tables.Events.Schema.Name))
        {
            ReadEvents(context);
        }

        if (forBuilds || isWanted(tables.JUnit.Schema.Name))
        {
            ReadJUnit(context);
        }

        if (isWanted(tables.Logs.Schema.Name))
        {
            ReadLogs(context);
        }

        Add(tables.Builds, [context]);
        return new BuildOutcome(build.Key, _pieces, _reading.Issues, _reading.Skipped);
    }

    private void ReadEvents(BuildContext context)
    {
        foreach (BuildFile file in context.EventFiles.Where(f => f.Bytes > 0))
        {
            if (_reading.Events(file.Path) is not { } events)
            {
                continue;
            }

            context.Events ??= new EventSummary();
            var rows = new List<EventContext>(events.Count);
            for (int i = 0; i < events.Count; i++)
            {
                var row = new EventContext(context, file.Path, i, events[i], MessageMasks.Apply(events[i].Message));
                context.Events.Add(row.Event, row.Normalised);
                rows.Add(row);
            }

            Add(tables.Events, rows);
        }
    }

    private void ReadJUnit(BuildContext context)
    {
        foreach (BuildFile file in context.JUnitFiles.Where(f => !f.IsMissing))
        {
            if (_reading.JUnit(file.Path) is { } cases)
            {
                (context.JUnit ??= new JUnitSummary()).Add(cases);
                Add(tables.JUnit, [.. cases.Select((c, i) => new JUnitContext(context, file.Path, i, c))]);
            }
        }
    }

    private void ReadLogs(BuildContext context)
    {
        var rows = new List<LogContext>();
        foreach (BuildFile file in context.Record.Files.Where(f => !f.IsMissing && BuildPaths.IsLog(f.Path)))
        {
            if (_reading.Log(file.Path, context.Record.Started?.Time?.Year) is { } log)
            {
                rows.Add(new LogContext(context, file.Path, log, context.Passed == false ? _reading.Failing(file.Path) : null));
            }
        }

        Add(tables.Logs, rows);
    }

    private void Add<TRow>(FeatureTableDefinition<TRow> table, List<TRow> rows)
    {
        if (rows.Count > 0 && isWanted(table.Schema.Name))
        {
            _pieces.Add(table.Compute(CollectionsMarshal.AsSpan(rows)));
        }
    }
}
