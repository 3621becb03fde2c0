using System.Globalization;
using System.Text.Json;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Features.Artifacts.Reports;

namespace CiFeatures.Cli.Verbs.Describe;

/// <summary>Prints what the events of builds say.</summary>
internal static class EventPage
{
    public static void Print(VerbContext context, EventReport report, int top)
    {
        TextWriter output = context.Environment.Output;
        string share = report.AvailablePct is { } pct ? $" = {pct.ToString("R", CultureInfo.InvariantCulture)} %" : "";
        output.WriteLine($"{Printable.Count(report.BuildsWithEvents)} of {Printable.Count(report.KnownBuilds)} builds have events{share}; it is not known of {Printable.Count(report.Builds - report.KnownBuilds)} more");
        output.WriteLine($"lists of {Printable.Count(report.PerBuild.Count)} builds could be read: {Printable.Count(report.Overall.Count)} events, {Printable.Count(report.Overall.Unique)} different {(report.IsNormalised ? "masked messages" : "messages")}");
        PrintBuilds(context, report, top);
        PrintCounts(context, report.IsNormalised ? "masked message" : "message", report.Messages, top);
        PrintCounts(context, "reason", report.Reasons, top);
        PrintCounts(context, "component", report.Components, top);
        PrintCounts(context, "type", report.Types, top);
        var periods = new TextTable("from (UTC)", ">events", ">warnings");
        foreach (EventPeriod period in report.Periods.TakeLast(top))
        {
            periods.Row(Printable.Time(period.Start.ToUnixTimeMilliseconds()), Printable.Count(period.Events), Printable.Count(period.Warnings));
        }

        periods.Print(context);
        output.WriteLine($"{Printable.Count(report.Undated)} events have no time; lists end after {Printable.Count(top)} rows, periods with the newest; --json has them all");
    }

    public static void PrintJson(VerbContext context, EventReport report) =>
        JsonOutput.Print(context, "describe-events", json =>
        {
            json.WriteNumber("builds", report.Builds);
            json.WriteNumber("known_builds", report.KnownBuilds);
            json.WriteNumber("builds_with_events", report.BuildsWithEvents);
            json.Number("available_pct", report.AvailablePct);
            json.WriteNumber("builds_read", report.PerBuild.Count);
            json.WriteBoolean("normalised", report.IsNormalised);
            json.WriteStartObject("overall");
            Statistics(json, report.Overall);
            json.WriteEndObject();
            json.Array("per_build", report.PerBuild, b => json.Object(() =>
            {
                json.WriteString("job", b.Job);
                json.WriteString("build", b.Build);
                json.WriteNumber("warnings", b.Warnings);
                Statistics(json, b.Messages);
            }));
            Counts(json, "messages", report.Messages);
            Counts(json, "reasons", report.Reasons);
            Counts(json, "components", report.Components);
            Counts(json, "types", report.Types);
            json.Array("periods", report.Periods, p => json.Object(() =>
            {
                json.WriteString("start", p.Start.UtcDateTime);
                json.WriteNumber("events", p.Events);
                json.WriteNumber("warnings", p.Warnings);
            }));
            json.WriteNumber("undated", report.Undated);
        });

    private static void PrintBuilds(VerbContext context, EventReport report, int top)
    {
        var builds = new TextTable("build", ">count", ">unique", "top", ">freq", ">warnings");
        foreach (BuildMessages build in report.PerBuild.Take(top))
        {
            builds.Row(build.Build, Printable.Count(build.Messages.Count), Printable.Count(build.Messages.Unique), build.Messages.Top ?? "", Printable.Count(build.Messages.Frequency), Printable.Count(build.Warnings));
        }

        builds.Row("all", Printable.Count(report.Overall.Count), Printable.Count(report.Overall.Unique), report.Overall.Top ?? "", Printable.Count(report.Overall.Frequency), Printable.Count(report.PerBuild.Sum(b => b.Warnings)));
        builds.Print(context);
    }

    private static void PrintCounts(VerbContext context, string header, IReadOnlyList<ValueCount> counts, int top)
    {
        var table = new TextTable(header, ">events", ">share");
        foreach (ValueCount count in counts.Take(top))
        {
            table.Row(count.Value.Length == 0 ? "(none)" : count.Value, Printable.Count(count.Count), count.Share.ToString("0.000000", CultureInfo.InvariantCulture));
        }

        table.Print(context);
    }

    private static void Statistics(Utf8JsonWriter json, MessageStatistics messages)
    {
        json.WriteNumber("count", messages.Count);
        json.WriteNumber("unique", messages.Unique);
        json.WriteString("top", messages.Top);
        json.Number("freq", messages.Frequency);
    }

    private static void Counts(Utf8JsonWriter json, string name, IEnumerable<ValueCount> counts) =>
        json.Array(name, counts, c => json.Object(() =>
        {
            json.WriteString("value", c.Value);
            json.WriteNumber("count", c.Count);
            json.WriteNumber("share", c.Share);
        }));
}
