using System.Text;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Tests.Features.Logs.Templates;

public class TemplateMinerTests
{
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Words_ManyInOnePlace_AreAValue(int different, bool open)
    {
        string[] words = ["red", "green", "blue", "black", "white"];

        TemplateMining mining = Mine(words.Take(different).Select(w => $"the light is {w} now"));

        mining.Templates.Count.ShouldBe(open ? 1 : different);
    }

    [Fact]
    public void Words_BehindANoun_AreANameSooner()
    {
        Mine(["session for user ada ended", "session for user alan ended", "session for user ken ended"]).Templates.ShouldHaveSingleItem().Text.ShouldBe("session for user <*> ended");
        Mine(["session with user=ada ended", "session with user=alan ended", "session with user=ken ended"]).Templates.Count.ShouldBe(3);
    }

    [Fact]
    public void Words_AtTheStart_SayWhatHappened()
    {
        string[] verbs = ["started", "stopped", "paused", "resumed", "deleted", "created", "renamed", "cloned"];

        Mine(verbs.Select(v => $"{v} the machine")).Templates.Count.ShouldBe(verbs.Length);
        Mine(verbs).Templates.Count.ShouldBe(verbs.Length);
    }

    [Fact]
    public void Words_WithADigit_AreAValueWhenTwoAreSeen()
    {
        Mine(["link eth0 is up", "link eth1 is up"]).Templates.ShouldHaveSingleItem().Text.ShouldBe("link <*> is up");
        Mine(["link eth0 is up", "link eth0 is up"]).Templates.ShouldHaveSingleItem().Text.ShouldBe("link eth0 is up");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Lines_OfAMadeLog_AreGroupedByTheirStatement(int seed)
    {
        IReadOnlyList<(string Line, int Statement)> log = MadeLog.Make(3000, seed);

        TemplateMining mining = Mine(log.Select(l => l.Line));

        GroupingScore score = GroupingScore.Of([.. log.Select(l => l.Statement.ToString(System.Globalization.CultureInfo.InvariantCulture))], [.. log.Select((_, i) => mining.TemplateOf(i)!.Id)]);
        score.ShouldBe(new GroupingScore(1, 1), string.Join('\n', mining.Templates));
    }

    [Fact]
    public void Templates_HaveCountFirstLineExampleAndAnIdOfTheirText()
    {
        TemplateMining mining = Mine(["wait 1", "go", "wait 2", "wait 3"]);

        mining.Templates.Select(t => (t.Text, t.Count, t.FirstLine, t.Example)).ShouldBe([("wait <*>", 3, 1, "wait 1"), ("go", 1, 2, "go")]);
        mining.Templates.ShouldAllBe(t => t.Id.Length == 13);
        mining.Templates[0].Id.ShouldBe(Mine(["something else", "wait 77"]).TemplateOf(1)!.Id);
        mining.TemplateOfLine.ToArray().ShouldBe([0, 1, 0, 0]);
        mining.Uses().Select(u => (u.Template.Text, u.Count, u.Share, u.FirstLine)).ShouldBe([("wait <*>", 3, 0.75, 1), ("go", 1, 0.25, 2)]);
    }

    [Fact]
    public void Counts_OfSeveralLogs_AreTheirTerms()
    {
        var miner = new TemplateMiner();
        miner.Read("one", new MemoryStream(MadeLog.Bytes("wait 1\nwait 2\r\ngo\n"))).ShouldBe(3);
        miner.Read("none", Stream.Null).ShouldBe(0);
        miner.Read("two", new MemoryStream(MadeLog.Bytes("go")));

        TemplateMining mining = miner.Finish();

        string go = mining.Templates.Single(t => t.Text == "go").Id;
        string wait = mining.Templates.Single(t => t.Text == "wait <*>").Id;
        mining.Counts().OrderBy(c => c.Log, StringComparer.Ordinal).ThenBy(c => c.Count).ShouldBe([new("one", go, 1), new("one", wait, 2), new("two", go, 1)]);
        mining.Logs.ShouldBe([("one", 0, 3), ("none", 3, 0), ("two", 3, 1)]);
    }

    [Fact]
    public void Read_OfALogThatBreaks_LeavesNothingBehind()
    {
        var miner = new TemplateMiner();
        Should.Throw<IOException>(() => miner.Read("broken", new BreakingStream("lost 1\nlost 2\nmore\n")));
        miner.Read("whole", new MemoryStream(MadeLog.Bytes("go\nlost 3\n")));

        TemplateMining mining = miner.Finish();

        mining.Logs.ShouldBe([("whole", 0, 2)]);
        mining.Templates.Select(t => (t.Text, t.Count, t.FirstLine, t.Example)).ShouldBe([("go", 1, 1, "go"), ("lost <*>", 1, 2, "lost 3")], ignoreOrder: true);
    }

    [Fact]
    public void Templates_BeyondTheLimit_BecomeOne()
    {
        var miner = new TemplateMiner(new TemplateOptions { MaxTemplates = 2 });
        foreach (string line in new[] { "often", "often", "often", "now and then", "now and then", "seldom", "once upon" })
        {
            miner.Add(MadeLog.Bytes(line));
        }

        TemplateMining mining = miner.Finish();

        mining.Templates.Select(t => (t.Text, t.Count)).ShouldBe([("often", 3), ("<*>", 2), ("now and then", 2)]);
        mining.LinesBeyondLimits.ShouldBe(2);
        mining.TemplateOf(6)!.Text.ShouldBe("<*>");
    }

    [Theory]
    [InlineData(0, 256, 65_536)]
    [InlineData(10, 1, 65_536)]
    [InlineData(10, 256, 3)]
    public void Options_OutsideTheirRange_AreAnError(int templates, int tokens, int bytes) =>
        Should.Throw<CiFeatures.Core.Errors.CiFeaturesException>(() => new TemplateMiner(new TemplateOptions { MaxTemplates = templates, MaxTokens = tokens, MaxLineBytes = bytes })).Code.ShouldBe(TemplateErrors.OptionOutOfRange);

    private static TemplateMining Mine(IEnumerable<string> lines)
    {
        var miner = new TemplateMiner();
        foreach (string line in lines)
        {
            miner.Add(Encoding.UTF8.GetBytes(line));
        }

        return miner.Finish();
    }
}
