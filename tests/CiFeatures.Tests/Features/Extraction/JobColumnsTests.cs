using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Extraction;

public class JobColumnsTests
{
    private const string Tests = """
        "timestamps":[1603835484000,1603835483000,1603835482000],"tests":[{"name":"a","statuses":[1,1,12,1,1,1]},{"name":"a","statuses":[13,3]},{"name":"old","statuses":[0,3]}]
        """;

    [Theory]
    [InlineData("", null)]
    [InlineData(""","num-stale-tests":null""", null)]
    [InlineData(""","num-stale-tests":-1""", null)]
    [InlineData(""","num-stale-tests":0""", 0)]
    [InlineData(""","num-stale-tests":7""", 7)]
    public void Extract_PublishedStaleTests_StandBesideTheRecomputed(string field, int? expected)
    {
        CollectedTables tables = OneJobSnapshot.Extract($$"""{ {{Tests}},"stale-test-threshold":3{{field}}}""");

        IReadOnlyDictionary<string, object?> job = tables.Records("jobs").Single();
        job["stale_tests"].ShouldBe(1);
        job["published_stale_tests"].ShouldBe(expected);
    }

    [Fact]
    public void Extract_FlakinessMeans_HaveTheirDenominators()
    {
        CollectedTables tables = OneJobSnapshot.Extract($$"""{ {{Tests}}}""");

        IReadOnlyDictionary<string, object?> job = tables.Records("jobs").Single();
        job["flip_flakiness_tests"].ShouldBe(2);
        job["naive_flakiness_tests"].ShouldBe(1);
        ((double)job["flip_flakiness_pct_mean"]! * 2).ShouldBe(tables.Sum("tests", "flip_flakiness_pct"), 1e-9);
        ((double)job["naive_flakiness_pct_mean"]!).ShouldBe(tables.Sum("tests", "naive_flakiness_pct"), 1e-9);
    }

    [Fact]
    public void Extract_RepeatedName_GivesOneRowForEach() =>
        OneJobSnapshot.Extract($$"""{ {{Tests}}}""").Column("tests", "test").ShouldBe(["a", "a", "old"]);

    [Fact]
    public void Extract_RunsNotNewestFirst_HaveANegativeInterval() =>
        OneJobSnapshot.Extract("""{"timestamps":[1603835482000,1603835484000,1603835480000],"tests":[{"name":"a","statuses":[1,3]}]}""")
            .Column("runs", "seconds_since_previous_run").ShouldBe([-2.0, 4.0, null]);
}
