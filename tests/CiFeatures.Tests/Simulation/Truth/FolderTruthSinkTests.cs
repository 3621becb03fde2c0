using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Truth;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation.Truth;

public sealed class FolderTruthSinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cifeatures-truth-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_TwiceIntoFolders_GivesTheSameFiles()
    {
        foreach (string name in new[] { "a", "b" })
        {
            using var sink = new FolderTruthSink(Path.Combine(_folder, name));
            Simulator.Run(SimulatedRun.Little(6) with { Oddities = OddityLevel.All }, new MemoryAnswerSink(), sink, progress: null, CancellationToken.None);
        }

        foreach (string file in new[] { "jobs.csv", "runs.csv", "tests.csv", "truth.json" })
        {
            File.ReadAllBytes(Path.Combine(_folder, "a", file)).ShouldBe(File.ReadAllBytes(Path.Combine(_folder, "b", file)), file);
        }
    }

    [Fact]
    public void Run_IntoAFolder_WritesOneLinePerRecord()
    {
        var memory = new MemoryTruthSink();
        Simulator.Run(SimulatedRun.Little(6), new MemoryAnswerSink(), memory, progress: null, CancellationToken.None);
        using (var sink = new FolderTruthSink(_folder))
        {
            Simulator.Run(SimulatedRun.Little(6), new MemoryAnswerSink(), sink, progress: null, CancellationToken.None);
        }

        Lines("tests.csv").Length.ShouldBe(memory.Tests.Count + 1);
        Lines("runs.csv").Length.ShouldBe(memory.Runs.Count + 1);
        Lines("jobs.csv").Length.ShouldBe(memory.Jobs.Count + 1);
        Lines("tests.csv")[0].ShouldStartWith("dashboard,job,test,class,flake_rate");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "truth.json")));
        document.RootElement.GetProperty("options").GetProperty("seed").GetUInt64().ShouldBe(6UL);
        document.RootElement.GetProperty("model_version").GetString().ShouldBe(Simulator.ModelVersion);
    }

    [Fact]
    public void Begin_FilesAreThere_RefusesAndKeepsThem()
    {
        File.WriteAllText(Path.Combine(_folder, "runs.csv"), "mine");
        using var sink = new FolderTruthSink(_folder);

        Should.Throw<CiFeaturesException>(() => sink.Begin(SimulatedRun.Little(1), "1")).Code.ShouldBe(SimulationErrors.OutputNotUsable);

        File.ReadAllText(Path.Combine(_folder, "runs.csv")).ShouldBe("mine");
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" outer", "\" outer\"")]
    [InlineData("", "\"\"")]
    [InlineData(null, "")]
    public void CsvLine_AnyText_IsQuotedWhereNeeded(string? value, string expected)
    {
        new CsvLine().Add("x").Add(value).Finish().ShouldBe("x," + expected + "\r\n");
    }

    private string[] Lines(string file) => File.ReadAllLines(Path.Combine(_folder, file));
}
