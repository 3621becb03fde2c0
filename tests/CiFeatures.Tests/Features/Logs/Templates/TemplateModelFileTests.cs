using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Tests.Features.Logs.Templates;

public class TemplateModelFileTests
{
    [Fact]
    public void Model_StoredTwice_HasTheSameBytes()
    {
        string first = Written(Model());

        Written(Read(first)).ShouldBe(first);
        Read(first).Options.Masks.ShouldBe([new TemplateMask("WHO", "u[0-9]+")]);
    }

    [Fact]
    public void Frozen_LinesThatFitNothing_HaveNoTemplate()
    {
        var reader = new FrozenTemplateReader(Read(Written(Model())));
        reader.Read("new", new MemoryStream(MadeLog.Bytes("wait 9\nnever seen\nwait 10\n")));

        TemplateMining mining = reader.Finish();

        mining.TemplateOf(0)!.Text.ShouldBe("wait <*>");
        mining.TemplateOf(1).ShouldBeNull();
        mining.Uses().ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\": 1}")]
    [InlineData("{\"schema\": \"something/else\"}")]
    [InlineData("{\"schema\": \"cifeatures/log-templates/v1\", \"templates\": 3}")]
    public void Read_OfSomethingElse_SaysSo(string text)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => Read(text));

        error.Code.ShouldBe(TemplateErrors.DamagedModel);
        error.Place.ShouldBe("m.json");
    }

    [Fact]
    public void Read_OfACutModel_SaysSo()
    {
        string whole = Written(Model());
        for (int length = 0; length < whole.Length - 2; length += 37)
        {
            Should.Throw<CiFeaturesException>(() => Read(whole[..length])).Code.ShouldBe(TemplateErrors.DamagedModel);
        }
    }

    [Theory]
    [InlineData("\"tokens\": [", "\"tokens\": [\"x\", ")]
    [InlineData("\"id\": \"E", "\"id\": null, \"was\": \"E")]
    [InlineData("\"count\": ", "\"count\": 1e99, \"was\": ")]
    public void Read_OfAChangedModel_SaysSo(string old, string changed) =>
        Should.Throw<CiFeaturesException>(() => Read(Written(Model()).Replace(old, changed, StringComparison.Ordinal))).Code.ShouldBe(TemplateErrors.DamagedModel);

    [Fact]
    public void Read_OfANewerModel_SaysSo() =>
        Should.Throw<CiFeaturesException>(() => Read(Written(Model()).Replace("/v1", "/v2", StringComparison.Ordinal))).Code.ShouldBe(TemplateErrors.NewerModel);

    private static TemplateModel Model()
    {
        var miner = new TemplateMiner(new TemplateOptions { Masks = [new("WHO", "u[0-9]+")] });
        foreach (string line in new[] { "wait 1", "say \"\\ \u0001\" é 建 😀 to u7", "", "wait 2" })
        {
            miner.Add(MadeLog.Bytes(line));
        }

        return miner.Finish().Model;
    }

    private static string Written(TemplateModel model)
    {
        using var stream = new MemoryStream();
        TemplateModelFile.Write(model, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TemplateModel Read(string text) => TemplateModelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "m.json");
}
