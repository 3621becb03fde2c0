using System.Text;
using CiFeatures.Features.Logs.Templates;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Logs.Templates;

/// <summary>Logs whose events people have labelled: one configuration has to find the groups of all of them.</summary>
public class LabelledLogsTests
{
    private const double Wanted = 0.93;

    [Fact]
    public void Score_OfMovedLines_IsThatOfTheDefinition()
    {
        string[] truth = ["a", "a", "b", "b", "b", "c"];

        GroupingScore.Of(truth, truth).ShouldBe(new GroupingScore(1, 1));
        GroupingScore.Of(truth, ["1", "1", "2", "2", "3", "4"]).ShouldBe(new GroupingScore(0.5, 2 * 0.5 * (2.0 / 3) / (0.5 + (2.0 / 3))));
        GroupingScore.Of(truth, ["1", "1", "1", "1", "1", "1"]).ShouldBe(new GroupingScore(0, 0));
    }

    [SkippableFact]
    public void Mining_WithOneConfiguration_FindsTheGroupsInAnyOrder()
    {
        string[] files = [.. Directory.GetFiles(SharedData.PathOrSkip("data", "logs", "templates"), "*_structured.csv").Order(StringComparer.Ordinal)];
        List<GroupingScore> ordered = [];
        List<GroupingScore> shuffled = [];
        foreach (string file in files)
        {
            (string Line, string Event)[] lines = Read(file);
            ordered.Add(Score(lines));
            var other = ((string Line, string Event)[])lines.Clone();
            new Random(17).Shuffle(other);
            shuffled.Add(Score(other));
        }

        files.Length.ShouldBe(8);
        ordered.Average(s => s.Accuracy).ShouldBeGreaterThanOrEqualTo(Wanted);
        ordered.Average(s => s.GroupF1).ShouldBeGreaterThanOrEqualTo(Wanted);
        shuffled.ShouldBe(ordered);
    }

    private static GroupingScore Score((string Line, string Event)[] lines)
    {
        var miner = new TemplateMiner();
        foreach ((string line, string _) in lines)
        {
            miner.Add(Encoding.UTF8.GetBytes(line));
        }

        TemplateMining mining = miner.Finish();
        return GroupingScore.Of([.. lines.Select(l => l.Event)], [.. lines.Select((_, i) => mining.TemplateOf(i)!.Id)]);
    }

    private static (string Line, string Event)[] Read(string file)
    {
        List<string[]> rows = [.. QuotedRows.Of(File.ReadAllText(file))];
        int content = Array.IndexOf(rows[0], "Content");
        int eventId = Array.IndexOf(rows[0], "EventId");
        return [.. rows.Skip(1).Select(r => (r[content], r[eventId]))];
    }
}
