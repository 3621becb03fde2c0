using CiFeatures.Features.Extraction;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Acceptance;

/// <summary>The figures of three recorded OpenShift releases, as they were counted and published by others.</summary>
public class ReleaseFiguresTests(ReleaseFixture releases) : IClassFixture<ReleaseFixture>
{
    [SkippableTheory]
    [InlineData("4.8GA", 108, 104, 77_501, 11_127, 6_979_421, 2_721_809, 4_152_517 + 9_237, 23_453, 72_397, 8, 129)]
    [InlineData("4.7GA", 76, 71, 51_317, 5_582, 4_382_378, 1_609_389, 2_738_291 + 601, 34_089, 0, 8, 662)]
    [InlineData("4.6GA", 65, 61, 36_848, 6_263, 4_682_402, 2_202_917, 2_431_823, 29_528 + 2, 18_082, 50, 126)]
    public void Jobs_RecordedRelease_HasTheCountedCells(string release, int jobs, int tables, int tests, int runs, int cells, int blank, int pass, int fail, int flaky, int running, int alerts)
    {
        (CollectedTables t, ExtractionResult result) = releases.Of(release);

        result.Skipped.ShouldBeEmpty();
        result.Grids.ShouldBe(tables);
        t.Rows("jobs").ShouldBe(jobs);
        t.Rows("tests").ShouldBe(tests);
        t.Rows("runs").ShouldBe(runs);
        t.Sum("jobs", "tests").ShouldBe(tests);
        t.Sum("jobs", "runs").ShouldBe(runs);
        t.Sum("jobs", "cells").ShouldBe(cells);
        t.Sum("jobs", "cells_no_result").ShouldBe(blank);
        t.Sum("jobs", "cells_pass").ShouldBe(pass);
        t.Sum("jobs", "cells_fail").ShouldBe(fail);
        t.Sum("jobs", "cells_flaky").ShouldBe(flaky);
        t.Sum("jobs", "cells_running").ShouldBe(running);
        t.Sum("jobs", "cells_unknown").ShouldBe(0);
        t.Column("alerts", "source").Count(s => (string)s! == "table").ShouldBe(alerts);
    }

    [SkippableFact]
    public void Dashboards_Informing48_HasThePublishedNineFeatures()
    {
        IReadOnlyDictionary<string, object?> row = Dashboard("4.8GA", "redhat-openshift-ocp-release-4.8-informing");

        row["jobs"].ShouldBe(102);
        Number(row, "passing_pct").ShouldBe(0.9804, 0.00005);
        Number(row, "flaky_pct").ShouldBe(60.7843, 0.00005);
        Number(row, "failing_pct").ShouldBe(38.2353, 0.00005);
        Number(row, "stale_pct").ShouldBe(0);
        row["recent_columns_passed"].ShouldBe(509L);
        row["recent_columns_completed"].ShouldBe(1003L);
        Number(row, "recent_columns_passed_pct").ShouldBe(50.7478, 0.00005);
        row["cells_passed"].ShouldBe(578_290L);
        row["cells_filled"].ShouldBe(589_152L);
        Number(row, "cells_passed_pct").ShouldBe(98.1563, 0.00005);
        row["alerts"].ShouldBe(98);
        Number(row, "alerts_per_job_mean").ShouldBe(0.9608, 0.00005);
        Number(row, "alert_fail_count_mean").ShouldBe(28.3469, 0.00005);
        Number(row, "fail_to_pass_seconds_mean").ShouldBe(100_112.4516, 0.00005);
        row["alerts_with_pass"].ShouldBe(31);
    }

    [SkippableFact]
    public void Dashboards_Informing47_HasThePublishedInterval()
    {
        IReadOnlyDictionary<string, object?> row = Dashboard("4.7GA", "redhat-openshift-ocp-release-4.7-informing");

        Number(row, "fail_to_pass_seconds_mean").ShouldBe(62_142.1809, 0.00005);
        row["alerts_with_pass"].ShouldBe(94);
    }

    [SkippableFact]
    public void Dashboards_Informing46_KeepsJobsWithEmptyStatus()
    {
        IReadOnlyDictionary<string, object?> row = Dashboard("4.6GA", "redhat-openshift-ocp-release-4.6-informing");

        row["jobs"].ShouldBe(61);
        Number(row, "passing_pct").ShouldBe(4.9180, 0.00005);
        Number(row, "flaky_pct").ShouldBe(21.3115, 0.00005);
        Number(row, "failing_pct").ShouldBe(65.5738, 0.00005);
        Number(row, "stale_pct").ShouldBe(0);
        row["empty_status_jobs"].ShouldBe(5);
        row["recent_columns_passed"].ShouldBe(42L);
        row["recent_columns_completed"].ShouldBe(522L);
        row["cells_passed"].ShouldBe(245_282L);
        row["cells_filled"].ShouldBe(249_034L);
        Number(row, "alerts_per_job_mean").ShouldBe(2.0);
        Number(row, "alert_fail_count_mean").ShouldBe(7.5738, 0.00005);
        Number(row, "fail_to_pass_seconds_mean").ShouldBe(137_913.8571, 0.00005);
        row["alerts_with_pass"].ShouldBe(7);
        releases.Of("4.6GA").Tables.Records("jobs")
            .Count(j => (string)j["dashboard"]! == "redhat-openshift-ocp-release-4.6-informing" && (string?)j["published_overall_status"] == "")
            .ShouldBe(5);
    }

    [SkippableFact]
    public void Jobs_Release48_RecentColumnsEqualThePublishedTextEverywhere()
    {
        IReadOnlyList<IReadOnlyDictionary<string, object?>> both =
        [
            .. releases.Of("4.8GA").Tables.Records("jobs").Where(j => (bool)j["has_table"]! && (bool)j["has_summary"]!),
        ];

        both.Count.ShouldBe(104);
        both.Count(j => Equals(j["recent_columns_passed"], j["published_columns_passed"]) && Equals(j["recent_columns_completed"], j["published_columns_completed"])).ShouldBe(104);
    }

    [SkippableTheory]
    [InlineData("4.8GA", 104)]
    [InlineData("4.7GA", 71)]
    [InlineData("4.6GA", 56)]
    public void Jobs_RecordedRelease_RecomputedStaleTestsEqualThePublishedEverywhere(string release, int tables)
    {
        IReadOnlyList<IReadOnlyDictionary<string, object?>> filled = [.. releases.Of(release).Tables.Records("jobs").Where(j => j["tests"] is > 0)];

        filled.Count.ShouldBe(tables);
        filled.Where(j => j["published_stale_tests"] is null || !Equals(j["stale_tests"], j["published_stale_tests"]))
            .Select(j => $"{j["job"]}: {j["stale_tests"]}, published {j["published_stale_tests"]}").ShouldBeEmpty();
        filled.Sum(j => (int)j["stale_tests"]!).ShouldBeGreaterThan(0);
    }

    [SkippableFact]
    public void Alerts_RecordedRelease_MarksPairs()
    {
        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows = releases.Of("4.8GA").Tables.Records("alerts");
        string[] pairs = [.. rows.Where(r => (bool)r["in_both"]!).Select(r => $"{r["dashboard"]}|{r["job"]}|{r["test"]}")];

        pairs.GroupBy(p => p).ShouldAllBe(g => g.Count() == 2);
        rows.Select(r => (r["dashboard"], r["job"], r["test"], r["source"])).Distinct().Count().ShouldBe(rows.Count);
    }

    private static double Number(IReadOnlyDictionary<string, object?> row, string column) => (double)row[column]!;

    private IReadOnlyDictionary<string, object?> Dashboard(string release, string name) =>
        releases.Of(release).Tables.Records("dashboards").Single(r => (string)r["dashboard"]! == name);
}
