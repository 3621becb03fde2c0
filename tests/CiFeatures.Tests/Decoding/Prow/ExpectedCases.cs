using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Prow;

/// <summary>What TestGrid's own cases say that a JUnit file holds: suites in suites with their results.</summary>
internal static class ExpectedCases
{
    /// <summary>Compares cases with a tree of suites. The tree does not keep the order of suites among results, so that is not compared.</summary>
    public static void ShouldAgree(IEnumerable<JUnitCase> cases, JsonElement suites)
    {
        var expected = suites.List("suites").SelectMany(s => Flatten(s, ""));

        cases.Select(c => (c.TestName, c.ClassName, c.Status, c.Seconds ?? 0, c.Message)).Order()
            .ShouldBe(expected.Order());
    }

    /// <summary>The text that stands for a result.</summary>
    public static string Message(JsonElement result) =>
        CiFeatures.Decoding.Prow.JUnitMessage.FirstOf(Element(result, "errored"), Element(result, "failure"), Element(result, "skipped"), result.Text("error"), result.Text("output"));

    private static IEnumerable<(string Name, string ClassName, JUnitStatus Status, double Seconds, string Message)> Flatten(JsonElement suite, string outer)
    {
        string name = Joined(outer, suite.Text("name"));
        return suite.List("suites").SelectMany(s => Flatten(s, name)).Concat(
            suite.List("results").Select(r => (Joined(name, r.Text("name")), r.Text("className"), Status(r), r.Number("time"), Message(r))));
    }

    private static string Joined(string outer, string name) => outer.Length == 0 ? name : name.Length == 0 ? outer : $"{outer}.{name}";

    private static JUnitStatus Status(JsonElement result) =>
        result.Has("errored") ? JUnitStatus.Error
        : result.Has("failure") ? JUnitStatus.Failed
        : result.Has("skipped") ? JUnitStatus.Skipped
        : JUnitStatus.Passed;

    private static string? Element(JsonElement result, string name)
    {
        if (!result.Has(name))
        {
            return null;
        }

        string[] parts = [.. new[] { result.At(name).Text("message"), result.At(name).Text("value") }.Where(p => p.Length > 0)];
        return string.Join('\n', parts);
    }
}
