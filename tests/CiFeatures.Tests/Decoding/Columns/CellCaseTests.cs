using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Columns;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Cases of TestGrid's own tests for single cells. Each runs all that were converted.</summary>
public class CellCaseTests
{
    [SkippableFact]
    public void Merge_PeerCases_Agree() =>
        CaseFile.RunAll("cell.merge", test => CaseColumns.ShouldBe(CellMerge.Merge(test.Flag("flaky"), CaseColumns.Cells(test, "cells")), test.At("expected")));

    [SkippableFact]
    public void Split_PeerCases_Agree() =>
        CaseFile.RunAll("cell.split", test => CaseColumns.ShouldBe(CellSplit.Split("foo", CaseColumns.Cells(test, "cells")), test.At("expected")));

    [SkippableFact]
    public void Overall_PeerCases_Agree() =>
        CaseFile.RunAll("gcs.overallCell", test => CaseColumns.ShouldBe(BuildCells.Overall(CaseBuilds.Result(test.At("result")), CaseBuilds.Now), test.At("expected")));

    [SkippableFact]
    public void Pod_PeerCases_Agree() =>
        CaseFile.RunAll("gcs.podInfoCell", test => CaseColumns.ShouldBe(BuildCells.Pod(CaseBuilds.Result(test.At("result")), CaseBuilds.Now), test.At("expected")));

    [SkippableFact]
    public void WithElapsed_PeerCases_Agree() => CaseFile.RunAll("gcs.setElapsed", test =>
    {
        KeyValuePair<string, double>[] Read(string name) =>
            test.Has(name) ? [.. test.At(name).EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value.GetDouble()))] : [];
        ColumnCell cell = ColumnCell.Of(CellStatus.Pass, Read("metrics"), CellDetail.None).WithElapsed(test.Number("seconds"));
        cell.Metrics.ShouldBe(Read("expected").OrderBy(m => m.Key, StringComparer.Ordinal));
    });

    [SkippableFact]
    public void IsIgnored_PeerCases_Agree() => CaseFile.RunAll("gcs.ignoreStatus", test =>
        new CaseCells(new() { IgnoreSkipped = test.At("opt").Flag("ignoreSkip") }).IsIgnored(test.Status("status")).ShouldBe(test.Flag("want")));

    [SkippableFact]
    public void OfCell_PeerCases_Agree() =>
        CaseFile.RunAll("text.truncate", test => ResultMessage.OfCell(test.Text("msg"), test.Int("max")).ShouldBe(test.Text("want")));
}
