using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>What is damaged as a whole is an error that names job, path and byte and says what to do.</summary>
public class TableErrorsTests
{
    private const string Small = """{"timestamps":[1603835484000],"tests":[{"name":"a\u00e9","statuses":[{"count":1,"value":1}],"messages":["é"]}],"row_ids":["a"]}""";

    [Theory]
    [InlineData("", DecodingCodes.DamagedJson)]
    [InlineData("   ", DecodingCodes.DamagedJson)]
    [InlineData("<!DOCTYPE html><html></html>", DecodingCodes.DamagedJson)]
    [InlineData("Tab not found", DecodingCodes.DamagedJson)]
    [InlineData("""{"tests":null} {}""", DecodingCodes.DamagedJson)]
    [InlineData("""{"tests":null,}""", DecodingCodes.DamagedJson)]
    [InlineData("""{"tests":[{"name":"\ud800"}]}""", DecodingCodes.DamagedJson)]
    [InlineData("""{"\udc00":1}""", DecodingCodes.DamagedJson)]
    [InlineData("null", DecodingCodes.NotATable)]
    [InlineData("[]", DecodingCodes.NotATable)]
    [InlineData("\"text\"", DecodingCodes.NotATable)]
    [InlineData("{}", DecodingCodes.NotATable)]
    [InlineData("""{"error":"not found"}""", DecodingCodes.NotATable)]
    [InlineData("""{"some-job":{"overall_status":"PASSING","tests":[]}}""", DecodingCodes.NotATable)]
    [InlineData("""{"tests":[{"name":"a","statuses":[1,1]}]}""", DecodingCodes.NotATable)]
    [InlineData("""{"tests":{}}""", DecodingCodes.WrongEssentialType)]
    [InlineData("""{"tests":"x"}""", DecodingCodes.WrongEssentialType)]
    [InlineData("""{"tests":null,"timestamps":5}""", DecodingCodes.WrongEssentialType)]
    public void Read_DocumentThatIsNoTable_IsAnError(string json, string code)
    {
        CiFeaturesException error = Answers.TableError(json);

        error.Code.ShouldBe(code);
        error.Kind.ShouldBe(ErrorKind.BadInput);
        error.Place.ShouldStartWith("dash / job-1.2");
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_Damage_NamesPathAndByte()
    {
        CiFeaturesException error = Answers.TableError("""{"timestamps":[1],"tests":[{"name":"a"},{"name":tru}]}""");

        error.Place.ShouldContain("$.tests[1].name");
        error.Place.ShouldContain("byte 5");
        error.Message.ShouldContain("valid JSON");
    }

    [Fact]
    public void Read_DamageAfterLineBreaks_NamesTheByteInTheDocument()
    {
        Answers.TableError("{\n\"tests\":\n\nx}").Place.ShouldContain("byte 12");
    }

    [Fact]
    public void Read_CutAtAnyByte_IsAnErrorWithAPlace()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Small);
        for (int length = 0; length < whole.Length; length++)
        {
            CiFeaturesException error = Should.Throw<CiFeaturesException>(() => TableAnswerReader.Read(whole.AsSpan(0, length), Answers.Key, []));
            error.Code.ShouldBe(DecodingCodes.DamagedJson, $"cut at {length}");
            error.Place.ShouldContain("byte ");
        }

        TableAnswerReader.Read(whole, Answers.Key, []).Tests.Count.ShouldBe(1);
    }

    [Fact]
    public void Read_InvalidUtf8_NamesTheByte()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Small);
        int at = Array.IndexOf(bytes, (byte)0xC3);
        bytes[at] = 0xFF;

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => TableAnswerReader.Read(bytes, Answers.Key, []));

        error.Code.ShouldBe(DecodingCodes.DamagedJson);
        error.Place.ShouldContain($"byte {at}");
    }

    [Theory]
    [InlineData("\"other\":")]
    [InlineData("\"tests\":")]
    [InlineData("\"timestamps\":[1],\"tests\":[{\"name\":\"a\",\"statuses\":")]
    [InlineData("\"timestamps\":[1],\"tests\":[{\"name\":\"a\",\"messages\":")]
    [InlineData("\"timestamps\":[1],\"tests\":[{\"name\":\"a\",\"graphs\":")]
    public void Read_DeepNesting_IsAnErrorAndNotACrash(string start)
    {
        foreach ((string open, int times) in new[] { ("[", 2_000_000), ("{\"a\":", 500_000) })
        {
            CiFeaturesException error = Answers.TableError("{" + start + string.Concat(Enumerable.Repeat(open, times)));

            error.Code.ShouldBeOneOf(DecodingCodes.TooDeep, DecodingCodes.WrongEssentialType);
            error.Place.Length.ShouldBeLessThan(2000);
        }
    }

    [Fact]
    public void Read_MoreThanTheLimits_IsAnErrorThatNamesTheLimit()
    {
        DecodeLimits limits = new() { MaxDocumentBytes = 400, MaxTests = 2, MaxRuns = 3, MaxCells = 4, MaxHeaders = 1 };

        Answers.TableError(new string(' ', 401), limits).Remedy.ShouldContain("MaxDocumentBytes");
        Answers.TableError("""{"timestamps":[1],"tests":[{"name":"a"},{"name":"b"},{"name":"c"}]}""", limits).Remedy.ShouldContain("MaxTests");
        Answers.TableError("""{"timestamps":[1,2,3,4]}""", limits).Remedy.ShouldContain("MaxRuns");
        Answers.TableError("""{"custom-columns":[[],[]],"tests":null}""", limits).Remedy.ShouldContain("MaxHeaders");
        Answers.TableError("""{"changelists":["1","2","3","4"],"tests":[]}""", limits).Remedy.ShouldContain("MaxRuns");
        Answers.TableError("""{"timestamps":[1,2,3],"tests":[{"name":"a"},{"name":"b"}]}""", limits).Remedy.ShouldContain("MaxCells");
    }

    [Fact]
    public void Read_RowsTimesColumnsBeyondTheLimit_IsAnErrorBeforeTheCellsAreAllocated()
    {
        string rows = string.Join(',', Enumerable.Repeat("""{"name":"a"}""", 50_000));
        string times = string.Join(',', Enumerable.Repeat("1", 50_000));

        Answers.TableError($$"""{"tests":[{{rows}}],"timestamps":[{{times}}]}""").Code.ShouldBe(DecodingCodes.TooLarge);
    }

    [Fact]
    public void Read_LongTextsAndUnknownFields_AreCutOrLeftOut()
    {
        DecodeLimits limits = new() { MaxTextBytes = 12, MaxOtherFieldBytes = 8 };
        List<DecodeIssue> issues = [];

        var grid = Answers.Table("""{"tests":[{"name":"01234567890😀","statuses":[]}],"timestamps":[],"x":[1,2,3,4,5,6],"y":[1]}""", issues, limits);

        grid.Tests[0].Name.ShouldBe("01234567890");
        grid.Info.OtherFields.Keys.ShouldBe(["y"]);
        issues.Select(i => (i.Code, i.Repair)).ShouldBe([(DecodingCodes.FieldTooLarge, DecodeRepair.Cut), (DecodingCodes.FieldTooLarge, DecodeRepair.Ignored)]);
    }
}
