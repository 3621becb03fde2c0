using System.Text;
using CiFeatures.Features.Logs.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Logs.Templates;

/// <summary>What holds for any lines.</summary>
public class TemplatePropertyTests
{
    [Fact]
    public void Order_OfLines_ChangesNothing() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        byte[][] lines = [.. Lines(seed)];
        int[] order = [.. Enumerable.Range(0, lines.Length)];
        new Random(seed).Shuffle(order);

        TemplateMining straight = Mine(lines);
        TemplateMining shuffled = Mine([.. order.Select(i => lines[i])]);

        for (int i = 0; i < order.Length; i++)
        {
            shuffled.TemplateOf(i)!.Id.ShouldBe(straight.TemplateOf(order[i])!.Id);
        }

        shuffled.Templates.Select(t => (t.Id, t.Text, t.Count)).ShouldBe(straight.Templates.Select(t => (t.Id, t.Text, t.Count)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FrozenAndStoredModel_OnTheSameLines_FindTheSame() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        byte[][] lines = [.. Lines(seed)];
        TemplateMining mining = Mine(lines);
        TemplateMatcher frozen = mining.Model.CreateMatcher();
        TemplateMatcher stored = Stored(mining.Model).CreateMatcher();

        for (int i = 0; i < lines.Length; i++)
        {
            frozen.Match(lines[i])!.Id.ShouldBe(mining.TemplateOf(i)!.Id);
            stored.Match(lines[i])!.Id.ShouldBe(mining.TemplateOf(i)!.Id);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Values_PutBack_GiveTheLineButForBlanksDotsAndColours() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        byte[][] lines = [.. Lines(seed)];
        TemplateMatcher matcher = Mine(lines).Model.CreateMatcher();
        foreach (byte[] line in lines)
        {
            LogTemplate template = matcher.Match(line, out IReadOnlyList<TemplateParameter> values)!;

            values.Count.ShouldBe(template.Values);
            Bare(template.Fill([.. values.Select(v => v.Value)])).ShouldBe(Bare(Encoding.UTF8.GetString(line)));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Online_EveryLine_HasATemplateThatFitsIt() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        byte[][] lines = [.. Lines(seed)];
        var miner = new OnlineTemplateMiner();
        int[] numbers = [.. lines.Select(l => miner.Add(l, out _))];
        TemplateModel model = miner.ToModel();
        TemplateMatcher matcher = model.CreateMatcher();

        model.Lines.ShouldBe(lines.Length);
        model.Templates.Sum(t => t.Count).ShouldBe(lines.Length);
        model.Templates.Select(t => t.Id).ShouldBeUnique();
        foreach (byte[] line in lines)
        {
            matcher.Match(line).ShouldNotBeNull();
        }

        numbers.ShouldAllBe(n => model.Templates.Any(t => t.Id == miner.Current(n).Id));
    }).QuickCheckThrowOnFailure();

    /// <summary>Half of a log with sense, half noise.</summary>
    private static IEnumerable<byte[]> Lines(int seed) => MadeLog.Make(40, seed).Select(l => MadeLog.Bytes(l.Line)).Concat(MadeLog.Noise(120, seed));

    /// <summary>The text without what templates do not keep: blanks and control characters, colour codes, and how many dots.</summary>
    private static string Bare(string text)
    {
        var bare = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001b' && i + 1 < text.Length && text[i + 1] == '[')
            {
                for (i += 2; i < text.Length && text[i] is >= ' ' and < '@'; i++)
                {
                }
            }
            else if (text[i] > ' ' && text[i] != '.' && text[i] != '\u007f')
            {
                bare.Append(text[i]);
            }
        }

        return bare.ToString();
    }

    private static TemplateMining Mine(IReadOnlyList<byte[]> lines)
    {
        var miner = new TemplateMiner();
        foreach (byte[] line in lines)
        {
            miner.Add(line);
        }

        return miner.Finish();
    }

    private static TemplateModel Stored(TemplateModel model)
    {
        using var stream = new MemoryStream();
        TemplateModelFile.Write(model, stream);
        stream.Position = 0;
        return TemplateModelFile.Read(stream, "memory");
    }
}
