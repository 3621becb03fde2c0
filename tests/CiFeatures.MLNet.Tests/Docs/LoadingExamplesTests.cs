using CiFeatures.Formats.DataSets;
using CiFeatures.Tests.Acceptance;
using CiFeatures.Tests.Docs;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace CiFeatures.MLNet.Tests.Docs;

/// <summary>The examples of the guide do what the page says, on the data set that its commands make.</summary>
public class LoadingExamplesTests(LoadingPage page) : IClassFixture<LoadingPage>
{
    private string DataSet => Path.Combine(page.Folder, "dataset");

    [Fact]
    public void Views_EveryTest_IsInACluster()
    {
        (DataViewSchema schema, IReadOnlyList<uint> clusters) = LoadingExamples.Views(DataSet);

        schema.Select(c => c.Name).ShouldBe(Table("tests").Schema.Columns.Select(c => c.Name));
        clusters.Count.ShouldBe((int)Table("tests").Rows);
        clusters.Distinct().Order().ShouldBe([1u, 2u, 3u, 4u]);
    }

    [Fact]
    public void TextFile_Filter_FindsTheTestsThatFailHalfTheTime()
    {
        IReadOnlyList<string> names = LoadingExamples.TextFile(DataSet);

        names.ShouldNotBeEmpty();
        names.ShouldBe(Rows("tests").Where(r => r["fail_ratio"] is double ratio && (float)ratio >= 0.5).Select(r => (string)r["test"]!));
    }

    [Fact]
    public void Csv_Shares_AreThoseOfTheTable()
    {
        IReadOnlyDictionary<string, double> shares = LoadingExamples.Csv(DataSet);

        foreach (IGrouping<string, IReadOnlyDictionary<string, object?>> dashboard in Rows("jobs").GroupBy(r => (string)r["dashboard"]!))
        {
            shares[dashboard.Key].ShouldBe((double)dashboard.Sum(r => (long?)r["cells_fail"])! / (double)dashboard.Sum(r => (long?)r["cells_decided"])!);
        }

        shares.Count.ShouldBe((int)Table("dashboards").Rows);
    }

    [Fact]
    public void Frame_LongestAlerts_AreThoseOfTheTable()
    {
        DataFrame frame = LoadingExamples.Frame(DataSet);

        int[] expected = [.. Rows("alerts").Where(r => (string)r["source"]! == "table").Select(r => (int)r["fail_count"]!).OrderDescending().Take(5)];
        expected.ShouldNotBeEmpty();
        frame.Rows.Select(r => (int)r["fail_count"]).ShouldBe(expected);
    }

    private DataSetTable Table(string name) => DataSetReader.Open(DataSet).Manifest.Tables.Single(t => t.Schema.Name == name);

    private IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(string name) => FeatureRows.Of(DataSet, name);
}
