using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Tells what a collection of builds brought, or would bring.</summary>
internal static class ProwReport
{
    public static void Print(VerbContext context, ProwResult result)
    {
        if (context.Json)
        {
            PrintJson(context, result);
            return;
        }

        SnapshotManifest manifest = result.Manifest;
        context.Environment.Output.WriteLine($"snapshot {manifest.Id}: {result.BuildsTaken} builds of {result.BuildsListed} with {manifest.Counts.Files - result.BuildsTaken} files, {Printable.Count(manifest.Counts.Bytes)} bytes; {manifest.Missing?.Count ?? 0} files missing, {manifest.Skipped.Count} skipped");
        string without = result.JobsWithoutBuilds > 0 ? $" ({result.JobsWithoutBuilds} have no builds)" : "";
        context.Environment.Output.WriteLine($"{result.Jobs} jobs{without}: {result.Requests} requests, {result.Retries} of them repeated; {result.NotModified} files unchanged, {Printable.Count(result.TransferredBytes)} bytes came, in {Printable.One(result.Elapsed.TotalSeconds)} s");
    }

    public static void Print(VerbContext context, ProwPlan plan)
    {
        if (context.Json)
        {
            PrintJson(context, plan);
            return;
        }

        foreach (PlannedFile file in plan.Files)
        {
            context.Environment.Output.WriteLine(Printable.Line($"{file.Job}/{file.Build}/{file.Path}  {(file.Bytes is { } bytes ? $"{Printable.Count(bytes)} bytes" : "of unknown size")}"));
        }

        foreach (SkippedItem item in plan.Skipped)
        {
            context.Environment.Error.WriteLine(Printable.Line($"would skip {item}"));
        }

        context.Environment.Output.WriteLine($"{plan.BuildsChosen} of {plan.BuildsListed} builds of {plan.Jobs} jobs chosen; {plan.RequestsSent} requests were sent to learn that; {plan.Files.Count} files of {Printable.Count(plan.Files.Sum(f => f.Bytes ?? 0))} bytes would follow, {plan.Missing.Count} are missing");
    }

    private static void PrintJson(VerbContext context, ProwResult result) => JsonOutput.Print(context, "collect-prow", json =>
    {
        SnapshotManifest manifest = result.Manifest;
        json.WriteString("snapshot", manifest.Id);
        json.WriteString("folder", result.Folder);
        json.WriteString("source", manifest.Source.Location);
        json.WriteNumber("jobs", result.Jobs);
        json.WriteNumber("jobs_without_builds", result.JobsWithoutBuilds);
        json.WriteNumber("builds_listed", result.BuildsListed);
        json.WriteNumber("builds", result.BuildsTaken);
        json.WriteNumber("files", manifest.Counts.Files);
        json.WriteNumber("bytes", manifest.Counts.Bytes);
        json.WriteNumber("linked_files", result.LinkedFiles);
        json.WriteNumber("recovered_files", result.RecoveredFiles);
        json.WriteNumber("not_modified", result.NotModified);
        json.WriteNumber("transferred_bytes", result.TransferredBytes);
        json.WriteNumber("requests", result.Requests);
        json.WriteNumber("retries", result.Retries);
        json.WriteNumber("elapsed_seconds", Math.Round(result.Elapsed.TotalSeconds, 3));
        WriteMissing(json, manifest.Missing ?? []);
        WriteSkipped(json, manifest.Skipped);
    });

    private static void PrintJson(VerbContext context, ProwPlan plan) => JsonOutput.Print(context, "collect-prow-plan", json =>
    {
        json.WriteNumber("requests_sent", plan.RequestsSent);
        json.WriteNumber("jobs", plan.Jobs);
        json.WriteNumber("builds_listed", plan.BuildsListed);
        json.WriteNumber("builds_chosen", plan.BuildsChosen);
        json.Array("files", plan.Files, f => json.Object(() =>
        {
            json.WriteString("job", f.Job);
            json.WriteString("build", f.Build);
            json.WriteString("path", f.Path);
            json.Number("bytes", f.Bytes);
        }));
        WriteMissing(json, plan.Missing);
        WriteSkipped(json, plan.Skipped);
    });

    private static void WriteMissing(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<MissingFile> missing) => json.Array("missing", missing, m => json.Object(() =>
    {
        json.WriteString("job", m.Job);
        json.WriteString("build", m.Build);
        json.WriteString("path", m.Path);
    }));

    private static void WriteSkipped(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<SkippedItem> skipped) => json.Array("skipped", skipped, s => json.Object(() =>
    {
        json.WriteString("item", s.Item);
        json.WriteString("code", s.Code);
        json.WriteString("reason", s.Reason);
    }));
}
