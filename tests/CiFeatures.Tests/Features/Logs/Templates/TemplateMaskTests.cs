using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Tests.Features.Logs.Templates;

public class TemplateMaskTests
{
    [Fact]
    public void Masks_OfTheUser_AreValuesWithTheirNames()
    {
        var miner = new TemplateMiner(new TemplateOptions { Masks = [TemplateMask.Parse("WHO=(alice|bob)"), TemplateMask.Parse("ORT=à \\w+")] });
        byte[] line = MadeLog.Bytes("é alice sent xbobx à 建物 and 7 mails");
        miner.Add(line);

        LogTemplate template = miner.Finish().Model.CreateMatcher().Match(line, out IReadOnlyList<TemplateParameter> values)!;

        template.Text.ShouldBe("é <*> sent x<*>x <*> and <*> mails");
        values.ShouldBe([new(1, "WHO", "alice"), new(2, "WHO", "bob"), new(3, "ORT", "à 建物"), new(4, "number", "7")]);
    }

    [Fact]
    public void Masks_ThatOverlap_TheFirstWins()
    {
        var miner = new TemplateMiner(new TemplateOptions { Masks = [new("A", "b c"), new("B", "a b")] });
        byte[] line = MadeLog.Bytes("a b c d");
        miner.Add(line);

        miner.Finish().Model.CreateMatcher().Match(line, out IReadOnlyList<TemplateParameter> values);

        values.ShouldHaveSingleItem().ShouldBe(new TemplateParameter(1, "A", "b c"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NAME")]
    [InlineData("=x")]
    [InlineData("NAME=")]
    [InlineData("NA ME=x")]
    [InlineData("NAME=(")]
    [InlineData("NAME=(a)\\1")]
    [InlineData("NAME=(?=a)")]
    public void Parse_OfSomethingElse_IsAnError(string text) => Should.Throw<CiFeaturesException>(() => TemplateMask.Parse(text)).Code.ShouldBe(TemplateErrors.BadMask);

    [Fact]
    public void ParseAll_OfAFile_LeavesOutCommentsAndEmptyLines() =>
        TemplateMask.ParseAll(["# names", "", "WHO=a=b", "  # more"]).ShouldBe([new TemplateMask("WHO", "a=b")]);
}
