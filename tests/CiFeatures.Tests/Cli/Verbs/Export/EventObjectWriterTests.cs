using System.Text;
using System.Text.Json;
using CiFeatures.Cli.Verbs.Export;

namespace CiFeatures.Tests.Cli.Verbs.Export;

public class EventObjectWriterTests
{
    [Fact]
    public void Add_StoredTexts_AreCopiedByteByByte()
    {
        string written = Write(("2", """{ "items":[ {"message":"a\u00e9"} ],  "n": 1.0e3 }"""), ("1", null), ("0", " \n"));

        written.ShouldBe("""
            {
            "2": { "items":[ {"message":"a\u00e9"} ],  "n": 1.0e3 },
            "1": "",
            "0": ""
            }

            """.ReplaceLineEndings("\n"));
        using JsonDocument document = JsonDocument.Parse(written);
        document.RootElement.GetProperty("2").GetProperty("n").GetDouble().ShouldBe(1000);
    }

    [Fact]
    public void Add_Nothing_IsAnEmptyObject()
    {
        Write().ShouldBe("{}\n");
    }

    [Fact]
    public void Add_OddBuildIds_AreEscaped()
    {
        using JsonDocument document = JsonDocument.Parse(Write(("a\"b\\\n", "[]")));

        document.RootElement.EnumerateObject().Single().Name.ShouldBe("a\"b\\\n");
    }

    [Theory]
    [InlineData("{\"items\":[")]
    [InlineData("{} {}")]
    [InlineData("nonsense")]
    [InlineData("{\"a\":1,}")]
    public void Problem_TextThatIsNoJson_IsTold(string text)
    {
        EventObjectWriter.Problem(Encoding.UTF8.GetBytes(text)).ShouldNotBeNull().Code.ShouldBe("CIF1737");
    }

    [Fact]
    public void Problem_InvalidUtf8_IsTold()
    {
        EventObjectWriter.Problem(new byte[] { (byte)'"', 0xFF, (byte)'"' }).ShouldNotBeNull();
    }

    [Fact]
    public void Problem_DeepNesting_IsToldWithoutFailing()
    {
        EventObjectWriter.Problem(Encoding.UTF8.GetBytes(new string('[', 100_000))).ShouldNotBeNull();
    }

    [Fact]
    public void Problem_MarkAndWhiteSpaceAroundTheValue_AreNoProblem()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. " {} \r\n"u8];

        EventObjectWriter.Problem(text).ShouldBeNull();
        Write(("1", Encoding.UTF8.GetString(text))).ShouldBe("{\n\"1\": {}\n}\n");
    }

    private static string Write(params (string Build, string? Text)[] builds)
    {
        using var stream = new MemoryStream();
        var writer = new EventObjectWriter(stream);
        foreach ((string build, string? text) in builds)
        {
            writer.Add(build, text is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(text));
        }

        writer.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
