using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Tests.Features.Logs.Templates;

public class OnlineTemplateMinerTests
{
    [Fact]
    public void Add_SaysWhatALineDid()
    {
        var miner = new OnlineTemplateMiner();
        List<TemplateChange> changes = [];
        foreach (string line in new[] { "link eth0 is up", "link eth0 is up", "link eth1 is up", "link eth2 is up", "other" })
        {
            miner.Add(MadeLog.Bytes(line), out TemplateChange change);
            changes.Add(change);
        }

        changes.ShouldBe([TemplateChange.Created, TemplateChange.None, TemplateChange.Changed, TemplateChange.None, TemplateChange.Created]);
        miner.ToModel().Templates.Select(t => (t.Text, t.Count)).ShouldBe([("link <*> is up", 4), ("other", 1)]);
    }

    [Fact]
    public void Ids_WhenATemplateBecomesGeneral_StayThoseOfTheOldest()
    {
        var miner = new OnlineTemplateMiner();
        int first = miner.Add(MadeLog.Bytes("link eth0 is up"), out _);
        string id = miner.Current(first).Id;
        int second = miner.Add(MadeLog.Bytes("link eth1 is up"), out _);

        miner.Current(first).Id.ShouldBe(id);
        miner.Current(second).Id.ShouldBe(id);
        miner.Current(first).Text.ShouldBe("link <*> is up");
    }

    [Fact]
    public void Model_AfterHalfOfTheLines_GoesOnAsIfThereWasNoBreak()
    {
        byte[][] lines = [.. MadeLog.Make(800, 3).Select(l => MadeLog.Bytes(l.Line))];
        var whole = new OnlineTemplateMiner();
        var half = new OnlineTemplateMiner();
        foreach (byte[] line in lines[..400])
        {
            half.Add(line, out _);
        }

        half = new OnlineTemplateMiner(half.ToModel());
        foreach (byte[] line in lines[400..])
        {
            half.Add(line, out _);
        }

        foreach (byte[] line in lines)
        {
            whole.Add(line, out _);
        }

        half.ToModel().Templates.Select(t => (t.Text, t.Count)).ShouldBe(whole.ToModel().Templates.Select(t => (t.Text, t.Count)));
        half.ToModel().Lines.ShouldBe(800);
    }

    [Fact]
    public void Templates_BeyondTheLimit_BecomeOne()
    {
        var miner = new OnlineTemplateMiner(new TemplateOptions { MaxTemplates = 3 });
        foreach (string line in new[] { "one", "two", "three", "four", "five", "one" })
        {
            miner.Add(MadeLog.Bytes(line), out _);
        }

        miner.ToModel().Templates.Select(t => (t.Text, t.Count)).ShouldBe([("<*>", 2), ("one", 2), ("three", 1), ("two", 1)]);
    }

    [Fact]
    public void Reader_OfLogs_GivesEachLineWhatItsTemplateBecame()
    {
        var reader = new OnlineTemplateReader(new OnlineTemplateMiner());
        reader.Read("a", new MemoryStream(MadeLog.Bytes("link eth0 is up\nlink eth1 is up\n")));
        reader.Read("b", new MemoryStream(MadeLog.Bytes("link eth2 is up\ngone\n")));

        TemplateMining mining = reader.Finish();

        mining.TemplateOfLine.ToArray().ShouldBe([0, 0, 0, 1]);
        mining.Counts().ShouldBe([new("a", mining.Templates[0].Id, 2), new("b", mining.Templates[0].Id, 1), new("b", mining.Templates[1].Id, 1)]);
        (reader.Created, reader.Changed).ShouldBe((2, 1));
    }
}
