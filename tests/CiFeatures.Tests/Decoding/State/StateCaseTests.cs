using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.State;

/// <summary>Cases of TestGrid's own tests for names, paths, row filters and statistics of columns. Each runs all that were converted.</summary>
public class StateCaseTests
{
    private const string Config = "gs://bucket/config";

    [SkippableFact]
    public void Normalize_PeerCases_Agree() =>
        CaseFile.RunAll("config.normalize", test => ConfigNames.Normalize(test.Text("input")).ShouldBe(test.Text("expected")));

    [SkippableFact]
    public void WhyNotValid_PeerCases_Agree() =>
        CaseFile.RunAll("config.validateName", test => (ConfigNames.WhyNotValid(test.Text("input")) is null).ShouldBe(test.Flag("pass")));

    [SkippableFact]
    public void Summary_PeerCases_Agree() =>
        CaseFile.RunAll("path.summary", test => StatePaths.Summary(test.Text("path"), test.Text("prefix"), test.Text("dash")).ShouldBe(test.Text("want")));

    [SkippableFact]
    public void TabState_PeerCases_Agree() =>
        CaseFile.RunAll(
            "path.tabState",
            test => ShouldBePath(test, () => StatePaths.TabState(Config, test.Text("tabStatePrefix"), test.Text("dashboardName"), test.Text("tabName"))));

    [SkippableFact]
    public void TestGroup_PeerCases_Agree() =>
        CaseFile.RunAll("path.testGroup", test => ShouldBePath(test, () => StatePaths.TestGroup(Config, "", test.Text("groupName"))));

    [SkippableFact]
    public void RunStats_PeerCases_Agree() =>
        CaseFile.RunAll("grid.columnStats", test =>
        {
            // No cells at all, null in the case, is a grid that has none to ask about.
            byte[] cells = test.Has("cells") ? [.. test.At("cells").EnumerateObject().Select(c => (byte)c.Value.Status("result"))] : [];
            RunStats? stats = test.Has("cells") ? RunStats.Of(cells, (float)test.Number("brokenThreshold")) : null;

            JsonElement want = test.At("want");
            stats.ShouldBe(test.Has("want")
                ? new RunStats(want.Int("failCount"), want.Int("passCount"), want.Int("totalCount"), want.Flag("pending"), want.Flag("broken"))
                : null);
        });

    [SkippableFact]
    public void TabFilter_PeerIncludeCases_Agree() => CaseFile.RunAll("tab.includeRows", test => CheckNames(test, "include"));

    [SkippableFact]
    public void TabFilter_PeerExcludeCases_Agree() => CaseFile.RunAll("tab.excludeRows", test => CheckNames(test, "exclude"));

    [SkippableFact]
    public void TabFilter_PeerFilterCases_Agree() =>
        CaseFile.RunAll("tab.filterGrid", test =>
        {
            JobGrid grid = Rows(test.List("rows").Select(r => r.Text("name")));
            if (test.Flag("expectError"))
            {
                Should.Throw<CiFeaturesException>(() => TabFilter.KeepRows(grid, test.Text("baseOptions")));
                return;
            }

            TabFilter.KeepRows(grid, test.Text("baseOptions")).Tests.Select(t => t.Name).ShouldBe(test.List("expected").Select(r => r.Text("name")));
        });

    [SkippableFact]
    public void TabFilter_PeerEmptyColumnCases_Agree() =>
        CaseFile.RunAll("tab.dropEmptyColumns", test =>
        {
            IReadOnlyList<JsonElement> columns = test.List("grid");
            string[] names = [.. columns.SelectMany(c => c.At("cells").EnumerateObject().Select(p => p.Name)).Distinct()];
            byte[] statuses = [.. names.SelectMany(n => columns.Select(c => (byte)c.At("cells").At(n).Status("result")))];
            RunAxis runs = new([.. columns.Select(c => c.At("column").Text("name"))], new long[columns.Count], [], []);
            JobGrid grid = new(StateInputs.Key, new GridInfo(), [.. names.Select(n => new TestRow { Name = n })], runs, statuses);

            TabFilter.DropEmptyRuns(grid).Runs.Builds.ShouldBe(test.List("expected").Select(c => c.At("column").Text("name")));
        });

    private static void CheckNames(JsonElement test, string option)
    {
        JobGrid grid = Rows(test.Texts("names"));
        string query = test.Text(option).Length == 0 ? "" : $"{option}-filter-by-regex={Uri.EscapeDataString(test.Text(option))}";
        if (test.Flag("err"))
        {
            Should.Throw<CiFeaturesException>(() => TabFilter.KeepRows(grid, query));
            return;
        }

        TabFilter.KeepRows(grid, query).Tests.Select(t => t.Name).ShouldBe(test.Texts("expected"));
    }

    private static JobGrid Rows(IEnumerable<string> names) =>
        new(StateInputs.Key, new GridInfo(), [.. names.Select(n => new TestRow { Name = n })], RunAxis.Empty, []);

    private static void ShouldBePath(JsonElement test, Func<string> path)
    {
        if (test.Has("expected"))
        {
            path().ShouldBe(test.Text("expected"));
        }
        else
        {
            Should.Throw<CiFeaturesException>(() => path()).Code.ShouldBe(CiFeatures.Decoding.DecodingCodes.BadStateName);
        }
    }
}
