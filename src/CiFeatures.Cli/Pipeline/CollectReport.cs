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
            PrintJson(context, options, result);
            return;
        }

        context.Environment.Output.WriteLine(SnapshotTotals.Line(result.Manifest, result.IssueCount));
        context.Environment.Output.WriteLine($"{result.Requests} requests, {result.Retries} of them repeated; {Printable.Count(result.TransferredBytes)} bytes came for {Printable.Count(counts.Bytes)} bytes of answers");
    }

    private static void PrintJson(VerbContext context, CollectOptions options, CollectResult result) => JsonOutput.Print(context, "collect-testgrid", json =>
    {
        SnapshotTotals.Write(json, result.Manifest, result.Folder, result.LinkedFiles, result.IssueCount);
        json.WriteString("url", options.Site.AbsoluteUri);
        json.WriteNumber("transferred_bytes", result.TransferredBytes);
        json.WriteNumber("requests", result.Requests);
        json.WriteNumber("retries", result.Retries);
    });
}
