using System.IO.Compression;
using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Answers;
using CiFeatures.Simulation.Truth;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation.Answers;

public sealed class FolderAnswerSinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cifeatures-simulation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_IntoAFolder_WritesTheTreeAndTheTruth()
    {
        SimulationOptions options = SimulatedRun.Little(2);
        using var truth = new FolderTruthSink(Path.Combine(_folder, "truth"));
        SimulationResult result = Simulator.Run(options, new FolderAnswerSink(Path.Combine(_folder, "answers"), folderPerSnapshot: false), truth, progress: null, CancellationToken.None);

        string[] files = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder, path)).Order(StringComparer.Ordinal)];
        files.Count(file => file.EndsWith("summary.json.gz", StringComparison.Ordinal)).ShouldBe(2);
        files.Count(file => file.Contains("/table/", StringComparison.Ordinal)).ShouldBe(result.Tables);
        files.Where(file => file.StartsWith("truth", StringComparison.Ordinal)).ShouldBe(["truth/jobs.csv", "truth/runs.csv", "truth/tests.csv", "truth/truth.json"]);
        long bytes = files.Where(file => file.EndsWith(".gz", StringComparison.Ordinal)).Sum(file => (long)Unpack(Path.Combine(_folder, file)).Length);
        bytes.ShouldBe(result.Bytes);
    }

    [Fact]
    public void Run_SmallPreset_StaysBelowSixHundredKilobytes()
    {
        using var truth = new FolderTruthSink(Path.Combine(_folder, "truth"));
        Simulator.Run(SimulationOptions.For(SimulationPreset.Small, 1), new FolderAnswerSink(Path.Combine(_folder, "answers"), folderPerSnapshot: false), truth, progress: null, CancellationToken.None);

        Directory.EnumerateFiles(Path.Combine(_folder, "answers"), "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length).ShouldBeLessThan(600_000);
    }

    [Fact]
    public void Constructor_FolderWithContents_RefusesAndLeavesThem()
    {
        string kept = Path.Combine(_folder, "kept.txt");
        File.WriteAllText(kept, "kept");

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => new FolderAnswerSink(_folder, folderPerSnapshot: false));

        error.Code.ShouldBe(SimulationErrors.OutputNotUsable);
        File.ReadAllText(kept).ShouldBe("kept");
    }

    [Fact]
    public void Constructor_FileInTheWay_SaysSo()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        Should.Throw<CiFeaturesException>(() => new FolderAnswerSink(file, folderPerSnapshot: false)).Code.ShouldBe(SimulationErrors.OutputNotUsable);
        Should.Throw<CiFeaturesException>(() => new FolderAnswerSink(Path.Combine(file, "below"), folderPerSnapshot: false)).Code.ShouldBe(SimulationErrors.OutputNotUsable);
    }

    [Fact]
    public void Write_NamesThatLeaveTheFolder_StayInside()
    {
        var sink = new FolderAnswerSink(Path.Combine(_folder, "out"), folderPerSnapshot: true);
        sink.BeginSnapshot(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        sink.Write(new SimulatedAnswer("..", "../../x y%\u00e9"), "{}"u8);
        sink.EndSnapshot();

        string[] files = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder, path))];
        string file = files.ShouldHaveSingleItem();
        string[] parts = file.Split('/');
        parts[..2].ShouldBe(["out", "2026-01-02T030405Z"]);
        parts[3].ShouldBe("table");
        parts.Length.ShouldBe(5);
        parts.ShouldNotContain("..");
        Unpack(Path.Combine(_folder, files[0])).ShouldBe(Encoding.UTF8.GetBytes("{}"));
    }

    private static byte[] Unpack(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var body = new MemoryStream();
        gzip.CopyTo(body);
        return body.ToArray();
    }
}
