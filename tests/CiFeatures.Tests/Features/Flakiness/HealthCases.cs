using System.Text.Json;
using CiFeatures.Features.Flakiness;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Features.Flakiness;

/// <summary>Reads and compares the flakiness values of a case.</summary>
internal static class HealthCases
{
    public static Trend TrendOf(JsonElement from, string name) => from.Text(name) switch
    {
        "UP" => Trend.Up,
        "DOWN" => Trend.Down,
        "NO_CHANGE" => Trend.NoChange,
        "" => Trend.Unknown,
        string other => throw new ShouldAssertException("no trend " + other),
    };

    public static IReadOnlyList<FlakyResult> ResultsOf(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString() switch
    {
        "StatusPass" => FlakyResult.Pass,
        "StatusFail" => FlakyResult.Fail,
        "StatusFlaky" => FlakyResult.Flaky,
        string other => throw new ShouldAssertException("no result " + other),
        null => throw new ShouldAssertException("null"),
    })];

    public static Dictionary<string, IReadOnlyList<FlakyResult>> SequencesOf(JsonElement from, string name) =>
        from.At(name).EnumerateObject().ToDictionary(p => p.Name, p => ResultsOf(p.Value), StringComparer.Ordinal);

    public static IReadOnlyList<TestHealth> TestsOf(JsonElement from, string name) => [.. from.List(name).Select(TestOf)];

    public static TestHealth TestOf(JsonElement test) => new()
    {
        Name = test.Text("name"),
        Passed = test.Int("passed"),
        Failed = test.Int("failed"),
        FlakyCount = test.Int("flakyCount"),
        AverageFlakinessPct = (float)test.Number("averageFlakiness"),
        FailedInfraCount = test.Int("failedInfraCount"),
        InfraFailures = Counts(test),
    };

    public static TestFlakinessInfo InfoOf(JsonElement info) => new()
    {
        DisplayName = info.Text("displayName"),
        TotalNonInfraRuns = info.Int("totalNonInfraRuns"),
        PassedNonInfraRuns = info.Int("passedNonInfraRuns"),
        FailedNonInfraRuns = info.Int("failedNonInfraRuns"),
        FailedInfraRuns = info.Int("failedInfraRuns"),
        TotalRunsWithInfra = info.Int("totalRunsWithInfra"),
        FlakinessPct = (float)info.Number("flakiness"),
        ChangeFromLastInterval = TrendOf(info, "changeFromLastInterval"),
        PreviousFlakinessPct = Floats(info, "previousFlakiness"),
        InfraFailures = Counts(info),
    };

    public static Healthiness HealthinessOf(JsonElement health) => new()
    {
        StartSeconds = health.At("start").Long("seconds"),
        EndSeconds = health.At("end").Long("seconds"),
        Tests = [.. health.List("tests").Select(InfoOf)],
        AverageFlakinessPct = (float)health.Number("averageFlakiness"),
        PreviousFlakinessPct = Floats(health, "previousFlakiness"),
    };

    public static void ShouldBe(TestFlakinessInfo actual, JsonElement expected)
    {
        TestFlakinessInfo want = InfoOf(expected);
        actual.PreviousFlakinessPct.ShouldBe(want.PreviousFlakinessPct);
        actual.InfraFailures.ShouldBe(want.InfraFailures);
        (actual with { PreviousFlakinessPct = want.PreviousFlakinessPct, InfraFailures = want.InfraFailures }).ShouldBe(want);
    }

    public static void ShouldBe(Healthiness actual, JsonElement expected)
    {
        Healthiness want = HealthinessOf(expected);
        actual.PreviousFlakinessPct.ShouldBe(want.PreviousFlakinessPct);
        actual.Tests.Count.ShouldBe(want.Tests.Count);
        for (int i = 0; i < actual.Tests.Count; i++)
        {
            ShouldBe(actual.Tests[i], expected.List("tests")[i]);
        }

        (actual with { PreviousFlakinessPct = want.PreviousFlakinessPct, Tests = want.Tests }).ShouldBe(want);
    }

    private static float[] Floats(JsonElement from, string name) => [.. from.List(name).Select(e => e.GetSingle())];

    private static SortedDictionary<string, int> Counts(JsonElement from)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (JsonProperty entry in from.Has("infraFailures") ? [.. from.At("infraFailures").EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            counts[entry.Name] = entry.Value.GetInt32();
        }

        return counts;
    }
}
