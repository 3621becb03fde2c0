using CiFeatures.Features.Judgement;
using Xunit.Abstractions;

namespace CiFeatures.Tests.Features.Judgement;

/// <summary>The recomputed judgement against what the service published with the same tables.</summary>
/// <remarks>
/// The summaries of these dashboards leave out two kinds of rows that the tables list (<see cref="RowFilter.OpenShift"/>). Where the newest
/// run of table and summary differ, the two were made at different moments.
/// </remarks>
public class PublishedComparisonTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Judge_Release48_AgreesWithEverythingPublished()
    {
        PublishedComparison[] found = Compare("4.8GA");
        PublishedComparison filtered = found[1];
        found[0]["text with figures"].ShouldBe(104);
        found[0]["text columns equal"].ShouldBe(104);
        found[0]["text equal"].ShouldBe(13);
        filtered["text columns equal"].ShouldBe(104);
        filtered["text equal"].ShouldBe(103);
        filtered["overall equal"].ShouldBe(104);
        AlertsShouldBePublished(filtered, rows: 129, listed: 97);
        filtered["table alerts: fail count equal"].ShouldBe(129);
        filtered["summary alerts: fail count equal"].ShouldBe(97);
        filtered["summary alerts: first fail equal"].ShouldBe(97);
    }

    [SkippableFact]
    public void Judge_Release47_AgreesWithEverythingPublishedAtTheSameMoment()
    {
        PublishedComparison[] found = Compare("4.7GA");
        PublishedComparison filtered = found[1];
        found[0]["text columns equal"].ShouldBe(51);
        filtered["text with figures, newest run equal"].ShouldBe(69);
        filtered["text equal, newest run equal"].ShouldBe(69);
        filtered["overall equal"].ShouldBe(71);
        AlertsShouldBePublished(filtered, rows: 662, listed: 519);
        filtered["table alerts: fail count equal"].ShouldBe(662);
        filtered["summary alerts: fail count equal"].ShouldBe(517);
        filtered["summary alerts: first fail equal"].ShouldBe(517);
    }

    // In 2020 a flaky cell kept a column from passing, a fail count was that of the last streak, and stale rows had no alert.
    [SkippableFact]
    public void Judge_Release46_AgreesButForTheRulesOfItsYear()
    {
        PublishedComparison[] found = Compare("4.6GA");
        PublishedComparison filtered = found[1];
        found[0]["text columns equal"].ShouldBe(9);
        filtered["text with figures, newest run equal"].ShouldBe(52);
        filtered["text cells equal, newest run equal"].ShouldBe(52);
        filtered["text columns equal when flaky hinders, newest run equal"].ShouldBe(52);
        filtered["text without figures, equal"].ShouldBe(5);
        filtered["overall equal"].ShouldBe(61);
        filtered["table alerts in both"].ShouldBe(126);
        filtered["table alerts only published"].ShouldBe(0);
        filtered["table alerts only recomputed, stale row"].ShouldBe(1454);
        filtered["table alerts only recomputed, recent row"].ShouldBe(1);
        filtered["table alerts: fail count equals the streak"].ShouldBe(126);
        filtered["table alerts: first fail equal"].ShouldBe(126);
        filtered["table alerts: last pass equal"].ShouldBe(126);
        filtered["summary alerts: fail count equals the streak"].ShouldBe(104);
    }

    private static void AlertsShouldBePublished(PublishedComparison found, int rows, int listed)
    {
        found["table alerts in both"].ShouldBe(rows);
        found["table alerts recomputed"].ShouldBe(rows);
        found["table alerts published"].ShouldBe(rows);
        found["table alerts: first fail equal"].ShouldBe(rows);
        found["table alerts: last pass equal"].ShouldBe(rows);
        found["summary alerts in both"].ShouldBe(listed);
        found["summary alerts published"].ShouldBe(listed);
        found["summary alerts: last pass equal"].ShouldBe(listed);
        found["summary alerts only recomputed, recent row"].ShouldBe(0);
    }

    private PublishedComparison[] Compare(string release)
    {
        PublishedComparison[] found = PublishedComparison.Of(release, null, RowFilter.OpenShift);
        for (int i = 0; i < found.Length; i++)
        {
            string heading = $"{release} {(i == 0 ? "all rows" : "filtered")}";
            foreach ((string what, int count) in found[i].Counts)
            {
                output.WriteLine($"{heading}: {what}: {count}");
            }

            foreach (string note in found[i].Notes)
            {
                output.WriteLine($"{heading}: {note}");
            }
        }

        return found;
    }
}
