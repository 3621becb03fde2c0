using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Columns;
using CiFeatures.Decoding.State;
using CiFeatures.Tests.Support;
using Xunit.Abstractions;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Grids of real files. The cells are counted a second time, by other code and in another way.</summary>
public class BuildGridsRealDataTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public void Read_WholeBuildOf2016_HasItsOutcomeAndCases()
    {
        MemoryBuilds builds = new();
        builds.PutFolder("kube_results", "5043", SharedData.PathOrSkip("data", "prow", "kubernetes-test-infra", "gubernator", "kube_results", "5043"));
        List<DecodeIssue> issues = [];
        JobGrid grid = BuildGrids.Read(builds, "kube_results", new("prow", "kube_results"), Now, issues);

        issues.ShouldBeEmpty();
        int overall = grid.Tests.ToList().FindIndex(t => t.Name == "kube_results.Overall");
        grid[overall, 0].ShouldBe(CellStatus.Pass);
        grid.Tests[overall].Messages.ShouldBe(["finished.json missing \"passed\": true"]);
        grid.DurationMinutes(overall, 0).ShouldBe((float)((1460733046 - 1460712625) / 60d));
        grid.Runs.Headers[0].ShouldBe(["31de62216"]);
        Check(grid, 0, File.ReadAllBytes(SharedData.PathOrSkip("data", "prow", "kubernetes-test-infra", "gubernator", "kube_results", "5043", "artifacts", "junit_01.xml")));
    }

    [SkippableFact]
    public void Read_BucketOfAJob_HasItsBuilds()
    {
        string job = "periodic-example-e2e-main";
        string folder = SharedData.PathOrSkip("data", "prow", "willie-yao-prow-ai-dashboard", "backend", "internal", "e2e", "testdata", "bucket", "logs", job);
        MemoryBuilds builds = new();
        foreach (string build in Directory.EnumerateDirectories(folder))
        {
            builds.PutFolder(job, Path.GetFileName(build), build);
        }

        JobGrid grid = BuildGrids.Read(builds, job, new("prow", job), Now, []);
        grid.Runs.Builds.ShouldBe(["101", "100"]);
        grid.Runs.Time(0).ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1700010000));
        int overall = grid.Tests.ToList().FindIndex(t => t.Name == job + ".Overall");
        grid.Row(overall).ToArray().ShouldBe([(byte)CellStatus.Fail, (byte)CellStatus.Pass]);
        grid.Tests[overall].DurationMinutes![0].ShouldBe(60);
    }

    [SkippableFact]
    public void Read_EachRealFileAsABuild_HasAsManyCellsOfEachStatus()
    {
        string root = SharedData.PathOrSkip("data", "prow");
        string[] files = [.. Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        MemoryBuilds builds = new();
        for (int i = 0; i < files.Length; i++)
        {
            string build = (i + 1).ToString(CultureInfo.InvariantCulture);
            long start = Now.AddDays(-60).AddHours(i).ToUnixTimeSeconds();
            builds.Put("real", build, "started.json", Encoding.UTF8.GetBytes($"{{\"timestamp\":{start}}}"));
            builds.Put("real", build, "finished.json", Encoding.UTF8.GetBytes($"{{\"timestamp\":{start + 600},\"passed\":true}}"));
            builds.Put("real", build, "artifacts/junit_x.xml", File.ReadAllBytes(files[i]));
        }

        List<DecodeIssue> issues = [];
        JobGrid grid = BuildGrids.Read(builds, "real", new("prow", "real"), Now, issues);

        grid.Runs.Count.ShouldBe(files.Length);
        int usable = 0;
        for (int i = 0; i < files.Length; i++)
        {
            usable += Check(grid, files.Length - 1 - i, File.ReadAllBytes(files[i])) ? 1 : 0;
        }

        output.WriteLine($"{files.Length} files, {usable} usable, {grid.Tests.Count} rows, {issues.Count} issues, {StateGridWriter.Write(grid).Length} bytes");
        usable.ShouldBeGreaterThan(files.Length / 2);
        JobGrid read = StateGridReader.Read(StateGridWriter.Write(grid), grid.Key, []);
        read.Statuses.SequenceEqual(grid.Statuses).ShouldBeTrue();
    }

    // Every case of the file by the names around it; what the rules make of the cases of one name is what its row has to show.
    private static bool Check(JobGrid grid, int run, byte[] bytes)
    {
        int overall = grid.Tests.ToList().FindIndex(t => t.Name.EndsWith(".Overall", StringComparison.Ordinal));
        if (Parse(bytes) is not { } root)
        {
            grid[overall, run].ShouldBe(CellStatus.Fail);
            return false;
        }

        Dictionary<CellStatus, int> wanted = root.DescendantsAndSelf("testcase")
            .Select(c => (Name: string.Join('.', c.AncestorsAndSelf().Reverse().Where(e => e.Name.LocalName is "testsuite" or "testcase").Select(e => (string?)e.Attribute("name")).Where(n => !string.IsNullOrEmpty(n))), Status: Status(c)))
            .Where(c => c.Status != CellStatus.NoResult)
            .GroupBy(c => c.Name, (_, all) => Merged([.. all.Select(c => c.Status)]))
            .CountBy(s => s)
            .ToDictionary();
        Dictionary<CellStatus, int> found = Enumerable.Range(0, grid.Tests.Count).Where(t => t != overall && grid[t, run] != CellStatus.NoResult).CountBy(t => grid[t, run]).ToDictionary();
        found.ShouldBe(wanted, ignoreOrder: true);
        return true;
    }

    private static XElement? Parse(byte[] bytes)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Ignore });
            XElement root = XDocument.Load(reader).Root!;
            return root.Name.LocalName is "testsuite" or "testsuites" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static CellStatus Status(XElement test)
    {
        XElement? skipped = test.Element("skipped");
        bool bare = skipped is { Value: "" } && ((string?)skipped.Attribute("message") ?? "") is "" or "skipped";
        return bare ? CellStatus.NoResult
            : test.Element("error") is not null || test.Element("failure") is not null ? CellStatus.Fail
            : skipped is not null ? CellStatus.PassWithSkips
            : CellStatus.Pass;
    }

    private static CellStatus Merged(CellStatus[] statuses)
    {
        int failed = statuses.Count(s => s == CellStatus.Fail);
        return failed == statuses.Length ? CellStatus.Fail
            : failed > 0 ? CellStatus.Flaky
            : statuses.Contains(CellStatus.PassWithSkips) ? CellStatus.PassWithSkips : CellStatus.Pass;
    }
}
