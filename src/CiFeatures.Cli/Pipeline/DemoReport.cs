using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Grids;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Shows what a demo made.</summary>
internal static class DemoReport
{
    private const int Lines = 10;

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

        output.WriteLine($"data set   {Shown(context, paths.DataSet)}   ({string.Join(", ", result.Manifest.Tables.Select(t => $"{t.Schema.Name} {t.Rows}"))})");
        if (grid is not null)
        {
            output.WriteLine($"picture    {Shown(context, paths.Svg)} and .png   ({Printable.Line(grid.Key.ToString())})");
        }

        output.WriteLine($"snapshot   {Shown(context, paths.Store)}");
        output.WriteLine("meaning    cifeatures dictionary, or dictionary.csv in the data set");
        output.WriteLine();
        output.WriteLine(again is null
            ? "The same for live data:  cifeatures demo --live --dashboard NAME"
            : $"The next snapshot:  {again} --into {Shown(context, paths.Store)}");
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
            json.WriteNumber("tests", j.Tests);
            json.WriteNumber("runs", j.Runs);
            json.Number("recent_columns_passed_pct", j.ColumnsPct);
            json.WriteNumber("alerts", j.Alerts);
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
            json.WriteNumber("fail_count", a.FailCount);
        }));
    });

    private static void PrintJobs(VerbContext context, DemoSummary summary)
    {
        context.Environment.Output.WriteLine();
        context.Environment.Output.WriteLine("Jobs");
        var table = new TextTable("dashboard", "job", "status", ">tests", ">stale", ">runs", ">recent runs passed", ">%", ">cells %", ">alerts", ">newest run (UTC)");
        foreach (DemoSummary.JobLine j in summary.Jobs.Take(4 * Lines))
        {
            table.Row(
                Printable.Short(j.Dashboard, 36),
                Printable.Short(j.Job, 48),
                string.IsNullOrEmpty(j.Status) ? "(none)" : j.Status,
                j.Runs == 0 ? "–" : Printable.Count(j.Tests),
                j.Runs == 0 ? "–" : Printable.Count(j.Stale),
                j.Runs == 0 ? "–" : Printable.Count(j.Runs),
                j.Runs == 0 ? "–" : j.Columns,
                Printable.One(j.ColumnsPct),
                Printable.One(j.CellsPct),
                Printable.Count(j.Alerts),
                Printable.Time(j.NewestMs));
        }

        table.Print(context);
        More(context, summary.Jobs.Count, 4 * Lines);
    }

    private static void PrintFlakiest(VerbContext context, DemoSummary summary)
    {
        context.Environment.Output.WriteLine($"Flakiest tests ({summary.FlakyTests} tests flip at all)");
        var table = new TextTable(">flips %", ">of results", ">passed", ">failed", ">flaky", "test", "job");
        foreach (DemoSummary.FlakyLine f in summary.Flakiest.Take(Lines))
        {
            table.Row(Printable.One(f.FlipPct), Printable.Count(f.Considered), Printable.Count(f.Passed), Printable.Count(f.Failed), Printable.Count(f.Flaky), Printable.Short(f.Test, 70), Printable.Short(f.Job, 40));
        }

        table.Print(context);
    }

    private static void PrintAlerts(VerbContext context, DemoSummary summary)
    {
        context.Environment.Output.WriteLine($"Open alerts ({summary.Alerts.Count}), longest first");
        var table = new TextTable("failing since (UTC)", ">fails", "last pass (UTC)", "test", "job");
        foreach (DemoSummary.AlertLine a in summary.Alerts.Take(Lines))
        {
            table.Row(Printable.Time(a.FirstFailMs), Printable.Count(a.FailCount), a.LastPassMs is null ? "never in the data" : Printable.Time(a.LastPassMs), Printable.Short(a.Test, 70), Printable.Short(a.Job, 40));
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

    // A path below the current folder is shorter, and can be copied, as a relative one.
    private static string Shown(VerbContext context, string path)
    {
        string relative = Path.GetRelativePath(context.Environment.Directory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
