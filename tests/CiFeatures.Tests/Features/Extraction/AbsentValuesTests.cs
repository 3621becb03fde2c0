using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Extraction;

/// <summary>What an answer does not say is null in the tables; 0 and an empty text are values.</summary>
public class AbsentValuesTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData(""" "fail-count":null,"message":null """, null, null)]
    [InlineData(""" "fail-count":-1,"message":[] """, null, null)]
    [InlineData(""" "fail-count":3000000000,"message":"" """, null, "")]
    [InlineData(""" "fail-count":0,"message":"boom" """, 0, "boom")]
    public void Extract_AlertOfATable_HasWhatIsPublished(string alert, int? failCount, string? message)
    {
        CollectedTables tables = OneJobSnapshot.Extract(
            $$"""{"timestamps":[1603835484000],"tests":[{"name":"a","alert":{ {{alert}} },"statuses":[12,1]}]}""");

        IReadOnlyDictionary<string, object?> row = tables.Records("alerts").ShouldHaveSingleItem();
        row["source"].ShouldBe("table");
        row["fail_count"].ShouldBe(failCount);
        row["message"].ShouldBe(message);
        row["fail_build"].ShouldBeNull();
        tables.Records("tests").Single()["alert_fail_count"].ShouldBe(failCount);
        tables.Records("tests").Single()["has_alert"].ShouldBe(true);
    }

    [Fact]
    public void Extract_AlertsOfASummary_AverageThoseThatHaveACount()
    {
        CollectedTables tables = OneJobSnapshot.Extract(
            """{"timestamps":[],"tests":[]}""",
            """{"j":{"status":"","tests":[{"test_name":"a","fail_count":4,"failure_message":""},{"test_name":"b"},{"test_name":"c","fail_count":1e12,"failure_message":null}]}}""");

        tables.Column("alerts", "test").ShouldBe(["a", "b", "c"]);
        tables.Column("alerts", "fail_count").ShouldBe([4, null, null]);
        tables.Column("alerts", "message").ShouldBe(["", null, null]);
        IReadOnlyDictionary<string, object?> dashboard = tables.Records("dashboards").Single();
        dashboard["alerts"].ShouldBe(3);
        dashboard["alerts_with_fail_count"].ShouldBe(1);
        dashboard["alert_fail_count_mean"].ShouldBe(4.0);
    }
}
