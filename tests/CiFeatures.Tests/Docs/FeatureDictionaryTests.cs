using CiFeatures.Cli.Output;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>Every feature is explained, and the page of the documentation says what the code says.</summary>
public class FeatureDictionaryTests
{
    public static TheoryData<string> Tables => [.. FeatureCatalog.Tables().Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Catalog_EveryFeature_SaysUnitMeaningAndNullRule(string table)
    {
        TableSchema schema = FeatureCatalog.Tables(withSnapshotColumn: true).Single(t => t.Name == table);

        schema.RowMeaning.ShouldNotBeNullOrWhiteSpace();
        schema.Columns.Select(c => c.Name).ShouldBeUnique();
        foreach (ColumnSchema column in schema.Columns)
        {
            column.Meaning.Length.ShouldBeGreaterThan(10, column.Name);
            column.Unit.ShouldNotBeNullOrWhiteSpace(column.Name);
            column.Version.ShouldBeGreaterThan(0, column.Name);
            (column.NullRule == "never").ShouldBe(!column.Nullable, column.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Catalog_NamesWithAUnit_HaveThatUnit(string table)
    {
        foreach (ColumnSchema column in FeatureCatalog.Tables().Single(t => t.Name == table).Columns)
        {
            foreach ((string part, string unit) in new[] { ("_pct", "%"), ("_ratio", "ratio"), ("seconds", "s"), ("_time", "UTC") })
            {
                if (column.Name.EndsWith(part, StringComparison.Ordinal))
                {
                    column.Unit.ShouldBe(unit, column.Name);
                }
            }
        }
    }

    [Theory]
    [InlineData("dashboards", "dashboard, jobs, passing_pct, flaky_pct, failing_pct, stale_pct, recent_columns_passed_pct, cells_passed_pct, alerts_per_job_mean, alert_fail_count_mean, fail_to_pass_seconds_mean")]
    [InlineData("jobs", "dashboard, job, has_table, has_summary, tests, runs, stale_tests, cells, cells_no_result, cells_pass, cells_fail, cells_flaky, cells_unknown, cells_running, recent_columns_passed, recent_columns_completed, recent_cells_passed, recent_cells_filled, overall_status, status_text, published_overall_status, published_status_text, alerts, first_run_time, last_run_time")]
    [InlineData("tests", "dashboard, job, test, cells_filled, pass_count, fail_count, flaky_count, pass_ratio, flip_flakiness_pct, naive_flakiness_pct, longest_fail_streak, alert_fail_count")]
    [InlineData("runs", "dashboard, job, run_index, build, run_time, passed, failed, flaky, unknown, running, overall_code, duration_minutes")]
    [InlineData("alerts", "dashboard, job, test, source, in_both, fail_count, first_fail_time, last_pass_time, fail_to_pass_seconds, message")]
    [InlineData("cells", "dashboard, job, test, build, run_time, status")]
    public void Catalog_ColumnsThatOthersRelyOn_AreThere(string table, string columns)
    {
        columns.Split(", ").ShouldBeSubsetOf(FeatureCatalog.Tables().Single(t => t.Name == table).Columns.Select(c => c.Name));
    }

    [Fact]
    public void FeaturesPage_AgainstTheCatalog_IsUpToDate()
    {
        string page = Repository.PathOf("docs", "features.md");
        string expected = FeaturePage.Markdown(FeatureCatalog.Tables(withSnapshotColumn: true));
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(page, expected);
        }

        File.ReadAllText(page).ShouldBe(expected, "docs/features.md lags behind the code; make it with: cifeatures dictionary --markdown");
    }
}
