using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Verbs.Builds;
using CiFeatures.Features.Artifacts;
using CiFeatures.Features.Artifacts.Reports;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Cli.Verbs.Describe;

/// <summary>Describes the Kubernetes events of a store's builds.</summary>
internal static class DescribeEventsVerb
{
    private const int MostTop = 1_000_000;

    public static Command Create(VerbRunner runner)
    {
        var builds = new BuildOptions();
        Option<string> by = Choice.Of("--by", "How long a period of the warnings over time is, UTC.", EventPeriodLength.Day);
        var top = new Option<int>("--top") { Description = "How many rows of each list are printed; --json has all.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var normalised = new Option<bool>("--normalised") { Description = "Count messages with their variants masked: numbers, ids, times, the random ends of names." };
        var command = new Command("events", "Describe the Kubernetes events of a store's builds: how many builds have them, messages, reasons, warnings over time.")
        {
            builds.From, builds.Snapshot, builds.Jobs, by, top, normalised,
        };
        runner.Bind(command, context =>
        {
            int rows = context.Get(top);
            if (rows is < 0 or > MostTop)
            {
                throw CliErrors.Option(top.Name, $"{rows} is not possible", $"Give a number from 0 to {MostTop}.");
            }

            var options = new EventReportOptions
            {
                Normalised = context.Get(normalised),
                Period = Choice.Value<EventPeriodLength>(context.Get(by)!) == EventPeriodLength.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1),
            };
            IReadOnlyList<PlannedBuild> plan = builds.PlanMany(context);
            (EventReport report, ExtractionResult result) = context.WithProgress("events", progress =>
            {
                var reports = new BuildReports(plan, BuildProgress.Of(progress), context.Cancellation);
                return (reports.Events(options), reports.Result);
            });
            if (context.Json)
            {
                EventPage.PrintJson(context, report);
            }
            else
            {
                EventPage.Print(context, report, rows);
            }

            return BuildNotes.Tell(context, result);
        });
        return command;
    }
}
