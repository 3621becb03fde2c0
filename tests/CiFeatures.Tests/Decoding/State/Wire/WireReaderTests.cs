using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.State;

namespace CiFeatures.Tests.Decoding.State.Wire;

/// <summary>The wire format byte by byte, through the reader of grids. Row is field 2 of a grid, its name field 1.</summary>
public class WireReaderTests
{
    [Theory]
    [InlineData("12", "cut off")]
    [InlineData("1205", "a length of 5 is claimed, but 0 bytes are left")]
    [InlineData("12ffffffffffffffffff01", "a length of 18446744073709551615 is claimed")]
    [InlineData("12808080", "cut off")]
    [InlineData("128080808080808080808000", "more than 10 bytes")]
    [InlineData("00", "0 is not the key")]
    [InlineData("07", "7 is not the key")]
    [InlineData("ffffffff7f", "is not the key")]
    [InlineData("31aabbcc", "a number of 8 bytes is cut off")]
    [InlineData("f50601", "a number of 4 bytes is cut off")]
    [InlineData("14", "the group 2 ends but was not begun")]
    [InlineData("13", "the group 2 does not end")]
    [InlineData("130b14", "the group 2 ends but was not begun")]
    [InlineData("12031a0380", "a length of 3 is claimed, but 1 bytes are left")]
    [InlineData("1205" + "4203" + "1a0100", "a list of numbers of 8 bytes has 1 bytes")]
    public void Read_DamagedBytes_SaysWhatAndWhere(string hex, string says)
    {
        byte[] bytes = Convert.FromHexString(hex);
        CiFeaturesException error = StateInputs.GridError(bytes);

        error.Code.ShouldBe(DecodingCodes.DamagedState);
        error.Message.ShouldContain(says);
        error.Place.ShouldStartWith("dash / job-1, ");
        error.Place.ShouldContain("byte ");
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_NumberOfTenBytes_IsTaken()
    {
        // Results −1 as ten bytes, once: an unknown status for one column.
        List<DecodeIssue> issues = [];
        JobGrid grid = StateInputs.Grid(Convert.FromHexString("0a00" + "120d" + "1a0bffffffffffffffffff0101"), issues);

        grid[0, 0].ShouldBe(CellStatus.Unknown);
        issues.ShouldHaveSingleItem().Code.ShouldBe(DecodingCodes.UnknownStatus);
    }

    [Fact]
    public void Read_PackedAndSingleNumbersMixed_AreOneList()
    {
        JobGrid grid = StateInputs.CleanGrid(Convert.FromHexString("0a000a000a00" + "1208" + "1801" + "1a02010c" + "1802"));

        Convert.ToHexString(grid.Row(0)).ShouldBe("010C0C");
    }

    [Fact]
    public void Read_SingleFieldTwice_TakesTheLast()
    {
        JobGrid grid = StateInputs.CleanGrid(Convert.FromHexString("1206" + "0a0161" + "0a0162"));

        grid.Tests[0].Name.ShouldBe("b");
    }

    [Fact]
    public void Read_MessageTwice_IsMerged()
    {
        // Configuration with the name "g", then with seven recent columns.
        JobGrid grid = StateInputs.CleanGrid(Convert.FromHexString("22030a0167" + "22027807"));

        grid.Info.TestGroupName.ValueOr("").ShouldBe("g");
        grid.Info.StaleTestThreshold.ValueOr(0).ShouldBe(7);
    }

    [Fact]
    public void Read_MapWithMissingPartsAndEqualKeys_TakesDefaultsAndTheLast()
    {
        // Alert properties: {"k": "a"}, {"k": "b"}, an entry without a key, one without a value.
        string entries = "6206" + "0a016b" + "120161" + "6206" + "0a016b" + "120162" + "6203" + "120163" + "6203" + "0a0164";
        string alert = $"5a{entries.Length / 2:x2}{entries}";
        JobGrid grid = StateInputs.CleanGrid(Convert.FromHexString($"12{alert.Length / 2:x2}{alert}"));

        IReadOnlyDictionary<string, string> properties = grid.Tests[0].Alert!.Properties.ValueOrDefault()!;
        properties.Count.ShouldBe(3);
        (properties["k"], properties[""], properties["d"]).ShouldBe(("b", "c", ""));
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreReplacedAndNoted()
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = StateInputs.Grid(Convert.FromHexString("1206" + "0a04" + "61ff62c3"), issues);

        grid.Tests[0].Name.ShouldBe("a\uFFFDb\uFFFD");
        DecodeIssue issue = issues.ShouldHaveSingleItem();
        (issue.Code, issue.Repair).ShouldBe((DecodingCodes.InvalidUtf8, DecodeRepair.Replaced));
        issue.Position.ShouldBe("Row, byte 2");
    }

    [Fact]
    public void Read_TextBeyondTheLimit_IsCutBetweenCharacters()
    {
        List<DecodeIssue> issues = [];

        // "aé" and a limit inside of the second character.
        JobGrid grid = StateInputs.Grid(Convert.FromHexString("1205" + "0a03" + "61c3a9"), issues, new() { MaxTextBytes = 2 });

        grid.Tests[0].Name.ShouldBe("a");
        issues.ShouldHaveSingleItem().Code.ShouldBe(DecodingCodes.FieldTooLarge);
    }

    [Fact]
    public void Read_GroupsDeeperThanTheLimit_AreRefusedAndOthersKept()
    {
        byte[] groups = [.. Enumerable.Repeat((byte)0x7B, 64), .. Enumerable.Repeat((byte)0x7C, 64)];
        StateInputs.Unzlib(StateGridWriter.Write(StateInputs.CleanGrid(groups))).ShouldBe(groups);

        byte[] deep = [.. Enumerable.Repeat((byte)0x7B, 100_000), .. Enumerable.Repeat((byte)0x7C, 100_000)];
        StateInputs.GridError(deep).Code.ShouldBe(DecodingCodes.TooDeep);
        StateInputs.Grid(deep, [], new() { MaxDepth = 200_000 }).Tests.ShouldBeEmpty();
    }

    [Fact]
    public void Read_MoreUnknownFieldsThanTheLimit_LeavesOutTheRest()
    {
        List<DecodeIssue> issues = [];
        byte[] unknown = [.. Enumerable.Repeat<byte[]>([0xB8, 0x06, 0x01], 10).SelectMany(b => b)];
        JobGrid grid = StateInputs.Grid(unknown, issues, new() { MaxOtherFieldBytes = 9 });

        issues.ShouldHaveSingleItem().Code.ShouldBe(DecodingCodes.FieldTooLarge);
        StateInputs.Unzlib(StateGridWriter.Write(grid)).ShouldBe(unknown[..9]);
    }

    [Fact]
    public void Read_MetricWithoutItsValues_IsNoted()
    {
        List<DecodeIssue> issues = [];

        // Indices [0, 2] for one column, and no values.
        JobGrid grid = StateInputs.Grid(Convert.FromHexString("0a00" + "1206" + "4204" + "12020002"), issues);

        issues.Select(i => i.Code).ShouldContain(DecodingCodes.MetricCode);
        grid.Tests[0].DurationMinutes.ShouldBeNull();
    }
}
