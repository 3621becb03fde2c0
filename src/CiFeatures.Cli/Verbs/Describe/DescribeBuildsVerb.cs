using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Verbs.Builds;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Artifacts;
using CiFeatures.Features.Artifacts.Reports;
using CiFeatures.Features.Description;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Cli.Verbs.Describe;

/// <summary>Describes the builds of a store: the columns of their table, or which files they have.</summary>
internal static class DescribeBuildsVerb
{
    public static Command Create(VerbRunner runner)
    {
        var builds = new BuildOptions();
        var completeness = new Option<bool>("--completeness") { Description = "Which files builds have at the top level and below artifacts/: value counts, exact combinations, and what is missing how often." };
        var parent = new Option<bool>("--count-parent") { Description = "Count the link to the folder above as an entry, as the AI4CI notebook did." };
        var command = new Command("builds", "Describe the builds of a store without writing a data set.") { builds.From, builds.Snapshot, builds.Jobs, completeness, parent };
        runner.Bind(command, context =>
        {
            if (!context.Get(completeness))
            {
                return context.Get(parent)
                    ? throw CliErrors.Option(parent.Name, "There are no entries to count", "Give it together with --completeness.")
                    : DescribeTable(context, builds.PlanMany(context));
            }

            return Completeness(context, builds.PlanMany(context), context.Get(parent));
        });
        return command;
    }

    private static int Completeness(VerbContext context, IReadOnlyList<PlannedBuild> plan, bool countParent)
    {
        (CompletenessReport report, ExtractionResult result) = context.WithProgress("builds", progress =>
        {
            var reports = new BuildReports(plan, BuildProgress.Of(progress), context.Cancellation);
            return (reports.Completeness(countParent), reports.Result);
        });
        if (context.Json)
        {
            CompletenessPage.PrintJson(context, report);
        }
        else
        {
            CompletenessPage.Print(context, report);
        }

        return BuildNotes.Tell(context, result);
    }

    private static int DescribeTable(VerbContext context, IReadOnlyList<PlannedBuild> plan)
    {
        var extractor = new BuildExtractor(new FeatureOptions());
        TableSchema schema = extractor.Schemas[0];
        var describer = new TableDescriber(schema, c => c.Type is not (ColumnType.Text or ColumnType.Boolean));
        using var writer = new DescribingWriter(schema, describer);
        var writers = new Dictionary<string, ITableWriter>(StringComparer.Ordinal) { [schema.Name] = writer };
        ExtractionResult result = context.WithProgress("builds", progress => extractor.Extract(plan, writers, BuildProgress.Of(progress), context.Cancellation));
        DescribeVerb.Print(context, describer.Describe(), all: false);
        return BuildNotes.Tell(context, result);
    }

    private sealed class DescribingWriter(TableSchema schema, TableDescriber describer) : ITableWriter
    {
        public TableSchema Schema => schema;

        public void Write(FeatureTable rows) => describer.Add(rows);

        public void Complete()
        {
        }

        public void Dispose()
        {
        }
    }
}
