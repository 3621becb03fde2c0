using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Tells what a collection brought.</summary>
internal static class CollectReport
{
    public static void Print(VerbContext context, CollectOptions options, CollectResult result)
    {
        SnapshotCounts counts = result.Manifest.Counts;
        if (context.Json)
        {
            PrintJson(context, options, result, counts);
            return;
        }

        context.Environment.Output.WriteLine($"snapshot {result.SnapshotId}: {Totals(counts)}; {counts.Skipped} skipped, {result.IssueCount} notes");
        context.Environment.Output.WriteLine($"{result.Requests} requests, {result.Retries} of them repeated; {Printable.Count(result.TransferredBytes)} bytes came for {Printable.Count(counts.Bytes)} bytes of answers");
    }

    private static string Totals(SnapshotCounts counts) =>
        $"{counts.Dashboards} dashboards, {counts.Summaries} summaries, {counts.Tables} tables with {Printable.Count(counts.Tests ?? 0)} tests, {Printable.Count(counts.Runs ?? 0)} runs and {Printable.Count(counts.Cells ?? 0)} cells";

    private static void PrintJson(VerbContext context, CollectOptions options, CollectResult result, SnapshotCounts counts) => JsonOutput.Print(context, "collect-testgrid", json =>
    {
        json.WriteString("snapshot", result.SnapshotId);
        json.WriteString("folder", result.Folder);
        json.WriteString("url", options.Site.AbsoluteUri);
        json.WriteNumber("dashboards", counts.Dashboards);
        json.WriteNumber("summaries", counts.Summaries);
        json.WriteNumber("tables", counts.Tables);
        json.Number("tests", counts.Tests);
        json.Number("runs", counts.Runs);
        json.Number("cells", counts.Cells);
        json.WriteNumber("bytes", counts.Bytes);
        json.WriteNumber("transferred_bytes", result.TransferredBytes);
        json.WriteNumber("requests", result.Requests);
        json.WriteNumber("retries", result.Retries);
        json.WriteNumber("linked_files", result.LinkedFiles);
        json.WriteNumber("issues", result.IssueCount);
        json.Array("skipped", result.Manifest.Skipped, s => json.Object(() =>
        {
            json.WriteString("item", s.Item);
            json.WriteString("code", s.Code);
            json.WriteString("reason", s.Reason);
            json.WriteString("place", s.Place);
        }));
    });
}
