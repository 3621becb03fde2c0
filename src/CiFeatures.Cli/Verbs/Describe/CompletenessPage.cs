using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Features.Artifacts.Reports;

namespace CiFeatures.Cli.Verbs.Describe;

/// <summary>Prints which files builds have.</summary>
internal static class CompletenessPage
{
    private const int MostRows = 40;

    public static void Print(VerbContext context, CompletenessReport report)
    {
        context.Environment.Output.WriteLine($"{Printable.Count(report.Builds)} builds{(report.CountsParent ? "; the link to the folder above counts as an entry" : "")}");
        Print(context, "top level", report.Top);
        Print(context, report.Artifacts.Folder, report.Artifacts);
    }

    public static void PrintJson(VerbContext context, CompletenessReport report) =>
        JsonOutput.Print(context, "describe-builds-completeness", json =>
        {
            json.WriteNumber("builds", report.Builds);
            json.WriteBoolean("count_parent", report.CountsParent);
            json.Array("folders", [report.Top, report.Artifacts], f => json.Object(() =>
            {
                json.WriteString("folder", f.Folder);
                json.WriteNumber("builds", f.Builds);
                json.Array("entry_counts", f.EntryCounts, c => json.Object(() =>
                {
                    json.WriteNumber("entries", c.Entries);
                    json.WriteNumber("builds", c.Builds);
                    json.WriteNumber("share", c.Share);
                }));
                json.Array("combinations", f.Combinations, c => json.Object(() =>
                {
                    json.Array("entries", c.Names, json.WriteStringValue);
                    json.WriteNumber("builds", c.Builds);
                    json.WriteNumber("share", c.Share);
                }));
                json.Array("files", f.Files, a => json.Object(() =>
                {
                    json.WriteString("name", a.Name);
                    json.WriteNumber("present", a.Present);
                    json.WriteNumber("missing", a.Missing);
                    json.WriteNumber("missing_share", a.MissingShare);
                }));
            }));
        });

    private static void Print(VerbContext context, string title, FolderCompleteness folder)
    {
        TextWriter output = context.Environment.Output;
        string of = Printable.Count(folder.Builds);
        output.WriteLine($"{Environment.NewLine}{title}: known of {of} builds; shares are of these");
        if (folder.Builds == 0)
        {
            return;
        }

        var counts = new TextTable(">entries", ">builds", ">share");
        foreach (EntryCount count in folder.EntryCounts.Take(MostRows))
        {
            counts.Row(Printable.Count(count.Entries), Printable.Count(count.Builds), Share(count.Share));
        }

        counts.Print(context);
        var combinations = new TextTable(">builds", ">share", "exactly these entries");
        foreach (EntryCombination combination in folder.Combinations.Take(MostRows))
        {
            combinations.Row(Printable.Count(combination.Builds), Share(combination.Share), combination.Names.Count == 0 ? "(none)" : string.Join(' ', combination.Names));
        }

        combinations.Print(context);
        var files = new TextTable("entry", ">present", ">missing", ">missing share");
        foreach (EntryAbsence file in folder.Files.Take(MostRows))
        {
            files.Row(file.Name, Printable.Count(file.Present), Printable.Count(file.Missing), Share(file.MissingShare));
        }

        files.Print(context);
        int left = Math.Max(0, folder.EntryCounts.Count - MostRows) + Math.Max(0, folder.Combinations.Count - MostRows) + Math.Max(0, folder.Files.Count - MostRows);
        if (left > 0)
        {
            output.WriteLine($"{Printable.Count(left)} more rows with --json");
        }
    }

    private static string Share(double share) => share.ToString("0.000000", CultureInfo.InvariantCulture);
}
