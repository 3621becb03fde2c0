using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Tensors;
using CiFeatures.Formats.Npy;

namespace CiFeatures.Cli.Verbs;

/// <summary>Writes a job as arrays: statuses, mask, durations and axes.</summary>
internal static class TensorVerb
{
    public static Command Create(VerbRunner runner)
    {
        var store = new StoreOptions();
        var output = new Option<string>("--out", "-o") { Description = "The NPZ file to write.", Required = true, HelpName = "F.npz" };
        var force = new Option<bool>("--force") { Description = "Replace the file when it is already there." };
        var command = new Command("tensor", "Write the grid of a job as NumPy arrays; several snapshots are aligned by test and build.") { store.From, store.Snapshot, store.Dashboard, store.Job, output, force };
        runner.Bind(command, context =>
        {
            bool stacked = context.Get(store.Snapshot) == SnapshotStore.All;
            List<DecodeIssue> issues = [];
            GridTensor tensor = Build(store.ReadGrids(context, issues));
            string path = context.PathOf(output);
            SafeOutputFile.Write(path, context.Get(force), stream => Write(tensor, stacked, stream), context.Cancellation);
            Tell(context, tensor, stacked, path, issues);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static GridTensor Build(IReadOnlyList<(string SnapshotId, JobGrid Grid)> grids) =>
        GridTensor.FromGrids(grids.Select(g => KeyValuePair.Create(g.SnapshotId, g.Grid.WithoutTruncationArtefacts())));

    private static void Write(GridTensor tensor, bool stacked, Stream stream)
    {
        long[] shape = stacked ? [tensor.Snapshots.Count, tensor.Tests.Count, tensor.Runs.Count] : [tensor.Tests.Count, tensor.Runs.Count];
        using var arrays = new NpzWriter(stream, leaveOpen: true);
        arrays.Add("status", tensor.Status, shape);
        arrays.Add<bool>("mask", tensor.Mask(), shape);
        arrays.Add<float>("duration_minutes", tensor.DurationMinutes(), shape);
        arrays.AddTexts("tests", tensor.Tests, tensor.Tests.Count);
        arrays.AddTexts("builds", tensor.Builds(), tensor.Runs.Count);
        arrays.Add<long>("run_times_ms", tensor.RunTimesMs(), tensor.Runs.Count);
        if (stacked)
        {
            arrays.AddTexts("snapshots", tensor.Snapshots, tensor.Snapshots.Count);
        }
    }

    private static void Tell(VerbContext context, GridTensor tensor, bool stacked, string path, List<DecodeIssue> issues)
    {
        Notes.Print(context, issues, issues.Count);
        if (context.Json)
        {
            JsonOutput.Print(context, "tensor", json =>
            {
                json.WriteString("out", path);
                json.WriteNumber("snapshots", tensor.Snapshots.Count);
                json.WriteNumber("tests", tensor.Tests.Count);
                json.WriteNumber("runs", tensor.Runs.Count);
                json.WriteNumber("cells_filled", tensor.Mask().Count(m => m));
                json.WriteBoolean("has_durations", tensor.HasDurations);
            });
            return;
        }

        string shape = stacked ? $"{tensor.Snapshots.Count} snapshots × " : "";
        context.Environment.Output.WriteLine($"{shape}{tensor.Tests.Count} tests × {tensor.Runs.Count} runs, {Printable.Count(tensor.Mask().Count(m => m))} cells with a result, {(tensor.HasDurations ? "with" : "without")} durations");
        context.Environment.Output.WriteLine(path);
    }
}
