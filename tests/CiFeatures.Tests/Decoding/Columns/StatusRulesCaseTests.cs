using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Columns;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Cases of TestGrid's own tests for rules that give cases another status. Each runs all that were converted.</summary>
public class StatusRulesCaseTests
{
    [SkippableFact]
    public void Apply_PeerCases_Agree() => CaseFile.RunAll("eval.customStatus", test =>
    {
        JUnitCase given = new()
        {
            Name = "test",
            Status = JUnitStatus.Passed,
            Properties = test.At("tr").Has("properties")
                ? [.. test.At("tr").At("properties").EnumerateObject().SelectMany(p => p.Value.EnumerateArray().Select(v => KeyValuePair.Create(p.Name, v.GetString()!)))]
                : [],
        };

        new StatusRules([.. test.List("rules").Select(Rule)]).Apply(given).ShouldBe(test.Has("want") ? test.Status("want") : null);
    });

    // A pattern that cannot be read never fits in TestGrid; here it is an error of the settings, so that nobody waits for it to fit.
    [SkippableFact]
    public void Apply_PeerPatternCases_Agree() => CaseFile.RunAll("eval.strReg", test =>
    {
        // The third case puts a pattern into TestGrid's cache under another name; here it is the pattern itself.
        string pattern = test.Has("res") ? test.At("res").Text(test.Text("expr")) : test.Text("expr");
        StatusRule rule = new(CellStatus.TimedOut, [new(StatusSubject.Name, StatusOperator.Matches, pattern)]);
        JUnitCase given = new() { Name = test.Text("val"), Status = JUnitStatus.Passed };
        if (pattern == ".**")
        {
            Should.Throw<CiFeaturesException>(() => new StatusRules([rule])).Code.ShouldBe(DecodingCodes.BadStatusPattern);
            return;
        }

        (new StatusRules([rule]).Apply(given) is not null).ShouldBe(test.Flag("want"));
    });

    private static StatusRule Rule(JsonElement rule) => new(rule.Status("computedStatus"), [.. rule.List("testResultComparisons").Select(Comparison)]);

    private static StatusComparison Comparison(JsonElement comparison) => new(
        StatusSubject.Property,
        comparison.At("comparison").Text("op") switch
        {
            "OP_EQ" => StatusOperator.Equal,
            "OP_NE" => StatusOperator.NotEqual,
            "OP_CONTAINS" => StatusOperator.Contains,
            _ => StatusOperator.Matches,
        },
        comparison.At("comparison").At("comparisonValue").Text("stringValue"),
        Property: comparison.At("testResultInfo").Text("propertyKey"));
}
