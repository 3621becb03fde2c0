using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Grids;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Shows what a demo made.</summary>
internal static class DemoReport
{
    private const int Lines = 10;
    private const int WideScreen = 130;

    public static void Print(VerbContext context, DemoSummary summary, FeatureRunResult result, DemoPaths paths, JobGrid? grid, string? again)
    {
        TextWriter output = context.Environment.Output;
        output.WriteLine($"{summary.Jobs.Count} jobs, {Printable.Count(result.Extractions.Sum(e => e.Tests))} tests, {Printable.Count(result.Extractions.Sum(e => e.Runs))} runs, {Printable.Count(result.Extractions.Sum(e => e.Cells))} cells.");
        PrintJobs(context, summary);
        PrintFlakiest(context, summary);
        PrintAlerts(context, summary);
        if (grid is not null)
        {
            TerminalPicture.Print(context, grid);
        }

        output.WriteLine($"data set   {context.Shown(paths.DataSet)}   ({string.Join(", ", result.Manifest.Tables.Select(t => $"{t.Schema.Name} {t.Rows}"))})");
        if (grid is not null)
        {
            output.WriteLine($"picture    {context.Shown(paths.Svg)} and .png   ({Printable.Line(grid.Key.ToString())})");
        }

        output.WriteLine($"snapshot   {context.Shown(paths.Store)}");
        output.WriteLine("meaning    cifeatures dictionary, or dictionary.csv in the data set");
        output.WriteLine();
        output.WriteLine(again is null
            ? "The same for live data:  cifeatures demo --live --dashboard NAME"
            : $"The next snapshot:  {again} --into {context.Shown(paths.Store)}");
    }

    public static void PrintJson(VerbContext context, DemoSummary summary, DemoPaths paths, JobGrid? grid) => JsonOutput.Print(context, "demo", json =>
    {
        json.WriteString("data_set", paths.DataSet);
        json.WriteString("store", paths.Store);
        json.WriteString("picture", grid is null ? null : paths.Svg);
        json.Array("jobs", summary.Jobs, j => json.Object(() =>
        {
            json.WriteString("dashboard", j.Dashboard);
            json.WriteString("job", j.Job);
            json.WriteString("status", j.Status);
            json.Number("tests", j.Tests);
            json.Number("runs", j.Runs);
            json.Number("recent_columns_passed_pct", j.ColumnsPct);
            json.Number("alerts", j.Alerts);
        }));
        json.Array("flakiest_tests", summary.Flakiest.Take(Lines), f => json.Object(() =>
        {
            json.WriteString("job", f.Job);
            json.WriteString("test", f.Test);
            json.WriteNumber("flip_flakiness_pct", f.FlipPct);
            json.WriteNumber("flip_flakiness_considered", f.Considered);
        }));
        json.Array("alerts", summary.Alerts, a => json.Object(() =>
        {
            json.WriteString("job", a.Job);
            json.WriteString("test", a.Test);
            json.Number("fail_count", a.FailCount);
        }));
    });

    private static void PrintJobs(VerbContext context, DemoSummary summary)
    {
        bool wide = context.Environment.OutputConsole.Profile.Width >= WideScreen;
        foreach (IGrouping<string, DemoSummary.JobLine> dashboard in summary.Jobs.Take(4 * Lines).GroupBy(j => j.Dashboard, StringComparer.Ordinal))
        {
            context.Environment.Output.WriteLine();
            context.Environment.Output.WriteLine(Printable.Line(dashboard.Key));
            TextTable table = wide
                ? new TextTable("job", "status", ">tests", ">stale", ">runs", ">recent passed", ">%", ">cells %", ">alerts", ">newest run (UTC)")
                : new TextTable("job", "status", ">tests", ">runs", ">recent", ">alerts", ">newest run");
            foreach (DemoSummary.JobLine j in dashboard)
            {
                string status = string.IsNullOrEmpty(j.Status) ? "(none)" : j.Status;
                string columns = j.Runs is null ? "–" : j.Columns;
                string[] cells = wide
                    ? [j.Job, status, Printable.Count(j.Tests), Printable.Count(j.Stale), Printable.Count(j.Runs), columns, Printable.One(j.ColumnsPct), Printable.One(j.CellsPct), Printable.Count(j.Alerts), Printable.Time(j.NewestMs)]
                    : [j.Job, status, Printable.Count(j.Tests), Printable.Count(j.Runs), columns, Printable.Count(j.Alerts), Printable.Time(j.NewestMs).Split(' ')[0]];
                table.Row(cells);
            }

            table.Print(context);
        }

        More(context, summary.Jobs.Count, 4 * Lines);
    }

    private static void PrintFlakiest(VerbContext context, DemoSummary summary)
    {
        bool wide = context.Environment.OutputConsole.Profile.Width >= WideScreen;
        context.Environment.Output.WriteLine($"Flakiest tests ({summary.FlakyTests} tests flip at all)");
        TextTable table = wide
            ? new TextTable(">flips %", ">of results", ">passed", ">failed", ">flaky", "test", "job")
            : new TextTable("test", "job", ">flips %", ">of results");
        foreach (DemoSummary.FlakyLine f in summary.Flakiest.Take(Lines))
        {
            (string flips, string results) = (Printable.One(f.FlipPct), Printable.Count(f.Considered));
            string[] cells = wide
                ? [flips, results, Printable.Count(f.Passed), Printable.Count(f.Failed), Printable.Count(f.Flaky), Printable.Short(f.Test, 90), Printable.Short(f.Job, 60)]
                : [f.Test, f.Job, flips, results];
            table.Row(cells);
        }

        table.Print(context);
    }

    private static void PrintAlerts(VerbContext context, DemoSummary summary)
    {
        bool wide = context.Environment.OutputConsole.Profile.Width >= WideScreen;
        context.Environment.Output.WriteLine($"Open alerts ({summary.Alerts.Count}), longest first");
        TextTable table = wide
            ? new TextTable("failing since (UTC)", ">fails", "last pass (UTC)", "test", "job")
            : new TextTable("test", "job", ">failing since", ">fails");
        foreach (DemoSummary.AlertLine a in summary.Alerts.Take(Lines))
        {
            (string since, string fails) = (Printable.Time(a.FirstFailMs), Printable.Count(a.FailCount));
            string[] cells = wide
                ? [since, fails, a.LastPassMs is null ? "never in the data" : Printable.Time(a.LastPassMs), Printable.Short(a.Test, 90), Printable.Short(a.Job, 60)]
                : [a.Test, a.Job, since, fails];
            table.Row(cells);
        }

        table.Print(context);
        More(context, summary.Alerts.Count, Lines);
    }

    private static void More(VerbContext context, int all, int shown)
    {
        if (all > shown)
        {
            context.Environment.Output.WriteLine($"  … and {all - shown} more in the data set.");
        }
    }
}
