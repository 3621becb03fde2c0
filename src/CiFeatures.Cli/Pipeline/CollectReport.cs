using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Tells what a collection brought.</summary>
internal static class CollectReport
{
    public static void Print(VerbContext context, CollectResult result)
    {
        if (context.Json)
        {
            PrintJson(context, result);
            return;
        }

        SnapshotCounts counts = result.Manifest.Counts;
        context.Environment.Output.WriteLine(SnapshotTotals.Line(result.Manifest, result.IssueCount));
        string chosen = result.JobsChosen == result.JobsListed ? $"all {result.JobsListed} jobs" : $"{result.JobsChosen} of {result.JobsListed} jobs";
        string old = result.JobsTooOld > 0 ? $" ({result.JobsTooOld} did not run since)" : "";
        context.Environment.Output.WriteLine($"{chosen}{old} from {SourceName(result.Source)}: {result.Requests} requests, {result.Retries} of them repeated; {result.NotModified} answers unchanged, {Printable.Count(result.TransferredBytes)} bytes came for {Printable.Count(counts.Bytes)} bytes of answers, in {Printable.One(result.Elapsed.TotalSeconds)} s");
    }

    public static string SourceName(TestGridSourceKind source) => source switch
    {
        TestGridSourceKind.Api => "the API",
        TestGridSourceKind.State => "the bucket",
        _ => "the legacy site",
    };

    private static void PrintJson(VerbContext context, CollectResult result) => JsonOutput.Print(context, "collect-testgrid", json =>
    {
        SnapshotTotals.Write(json, result.Manifest, result.Folder, result.LinkedFiles, result.IssueCount);
        json.WriteString("source", result.Source.ToString().ToLowerInvariant());
        json.WriteString("url", result.Manifest.Source.Location);
        json.WriteNumber("jobs_listed", result.JobsListed);
        json.WriteNumber("jobs_chosen", result.JobsChosen);
        json.WriteNumber("jobs_too_old", result.JobsTooOld);
        json.WriteNumber("recovered_files", result.RecoveredFiles);
        json.WriteNumber("not_modified", result.NotModified);
        json.WriteNumber("transferred_bytes", result.TransferredBytes);
        json.WriteNumber("requests", result.Requests);
        json.WriteNumber("retries", result.Retries);
        json.WriteNumber("elapsed_seconds", Math.Round(result.Elapsed.TotalSeconds, 3));
    });
}
