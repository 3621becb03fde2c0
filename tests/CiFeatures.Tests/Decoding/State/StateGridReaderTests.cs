using System.IO.Compression;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.State;

namespace CiFeatures.Tests.Decoding.State;

public class StateGridReaderTests
{
    [SkippableFact]
    public void Read_GridThatProtocMade_GivesRunsAndHeaders()
    {
        JobGrid grid = Read(out _);

        grid.Key.ShouldBe(StateInputs.Key);
        grid.Runs.Builds.ShouldBe(["1004", "1003", "1002", "1001"]);
        grid.Runs.TimesMs.ToArray().ShouldBe([1_700_000_400_123, 1_700_000_300_000, 1_700_000_200_000, 1_700_000_100_000]);
        grid.Runs.HeaderNames.ShouldBe(["Commit", "branch", "worker"]);
        grid.Runs.Headers[0].ShouldBe(["abc123", "def456", "aaa", "bbb"]);
        grid.Runs.Headers[1].ShouldBe(["main", "", "main", "dev"]);
        grid.Runs.Headers[2].ShouldBe(["", "", "", ""]);
        grid.Info.ColumnIds.ValueOr([])[0].ShouldBe("n4\uE0001004");
        grid.Info.TestGroupName.ValueOr("").ShouldBe("group-1");
        grid.Info.Query.ValueOr("").ShouldBe("bucket/logs/group-1");
        grid.Info.StaleTestThreshold.ValueOr(0).ShouldBe(6);
        grid.Info.Truncations.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Read_GridThatProtocMade_GivesCellsOfEveryRow()
    {
        JobGrid grid = Read(out List<DecodeIssue> issues);

        grid.Tests.Select(t => t.Name).ShouldBe(["Overall", "gap", "short", "odd", "nothing", ""]);
        Convert.ToHexString(grid.Statuses).ShouldBe("0C0C0101" + "000D0004" + "03030000" + "00000000" + "00000000" + "01010101");
        issues.Select(i => (i.Code, i.Test, i.Repair)).ShouldBe(
        [
            (DecodingCodes.RowTooShort, "short", DecodeRepair.Padded),
            (DecodingCodes.CountNotPositive, "odd", DecodeRepair.Ignored),
            (DecodingCodes.RowTooShort, "odd", DecodeRepair.Padded),
            (DecodingCodes.RowTooShort, "nothing", DecodeRepair.Padded),
        ]);
    }

    [SkippableFact]
    public void Read_GridThatProtocMade_TiesListsToFilledCells()
    {
        JobGrid grid = Read(out _);
        List<string> seen = [];
        foreach (GridCell cell in grid.Cells(1))
        {
            seen.Add($"{cell.Status} {cell.Message} {cell.ShortText} {cell.CellId}");
        }

        seen.ShouldBe(["NoResult   ", "Flaky flaked ! g3", "NoResult   ", "Running  R g1"]);
        TestRow overall = grid.Tests[0];
        overall.Id.ShouldBe("//overall");
        overall.Messages.ShouldBe(["broken é", "broken", "", ""]);
        overall.CellIds.ShouldBe(["c4", "c3", "c2", "c1"]);
        overall.LinkedBugs.ShouldBe(["11", "2"]);
        overall.UserProperties.ValueOr([]).ShouldBe(["u4", "", "", "u1"]);
        grid.Tests[1].UserProperties.State.ShouldBe(PublishedState.Absent);
    }

    [SkippableFact]
    public void Read_GridThatProtocMade_SpreadsMetricsOverColumns()
    {
        JobGrid grid = Read(out _);
        TestRow overall = grid.Tests[0];

        overall.DurationMinutes.ShouldBe([12.5f, 0.1f, float.NaN, 60f]);
        overall.MetricName(0).ShouldBe("test-duration-minutes");
        overall.FindMetric("coverage")!.At(1).ShouldBe(0.75);
        grid.Tests[1].DurationMinutes.ShouldBeNull();
        grid.DurationMinutes(1, 0).ShouldBe(float.NaN);
    }

    [SkippableFact]
    public void Read_GridThatProtocMade_GivesTheAlert()
    {
        RowAlert alert = Read(out _).Tests[0].Alert.ShouldNotBeNull();

        alert.FailCount.ShouldBe(2);
        alert.FailBuild.ValueOr("").ShouldBe("1003");
        alert.FailTimeMs.ShouldBe(1_700_000_300_000);
        alert.PassBuild.ValueOr("").ShouldBe("1002");
        alert.PassTimeMs.ShouldBe(1_700_000_200_500);
        alert.Message.ValueOr("").ShouldBe("broken é");
        alert.TestId.ValueOr("").ShouldBe("c3");
        (alert.Link.ValueOr(""), alert.LinkText.ValueOr(""), alert.UrlText.ValueOr("")).ShouldBe(("l", "lt", "ut"));
        alert.HotlistIds.ValueOr([]).ShouldBe(["7", "8"]);
        alert.Properties.ValueOrDefault()!["u"].ShouldBe("u4");
    }

    [SkippableFact]
    public void Read_ListsWrittenOneByOneAndFieldsOfLater_GivesTheSameCells()
    {
        JobGrid grid = StateInputs.CleanGrid(Protoc.EncodeFile("later.proto", "made.later.Grid", "later.txtpb"));

        Convert.ToHexString(grid.Statuses).ShouldBe("010C");
        grid.Tests[0].Messages.ShouldBe(["", "m"]);
        grid.Tests[0].DurationMinutes.ShouldBe([1.5f, 2.5f]);
    }

    [SkippableFact]
    public void Read_FieldsOfWrongTypes_AreIgnoredAndNoted()
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = StateInputs.Grid(Protoc.EncodeFile("later.proto", "made.later.WrongGrid", "wrong.txtpb"), issues);

        grid.Tests.ShouldHaveSingleItem().Name.ShouldBe("");
        grid.Tests[0].Id.ShouldBe("the id");
        issues.Count(i => i.Code == DecodingCodes.WrongWireType).ShouldBe(4);
        issues.ShouldAllBe(i => i.Position.StartsWith("Row, byte ", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NoBytes_IsAnEmptyGrid()
    {
        JobGrid missing = StateGridReader.Read([], StateInputs.Key, [], DecodeLimits.Default);
        JobGrid empty = StateInputs.CleanGrid([]);

        missing.Tests.ShouldBeEmpty();
        missing.Runs.Count.ShouldBe(0);
        empty.CellCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("3c68746d6c3e3c2f68746d6c3e", "HTML")]
    [InlineData("7b2274657374223a5b5d7d", "JSON")]
    [InlineData("1f8b0800000000000003", "gzip")]
    [InlineData("0a0568656c6c6f0a", "0A 05")]
    [InlineData("789c", "2 bytes")]
    [InlineData("789cffffffffffffffff", "decompressed bytes")]
    public void Read_NotZlib_SaysWhatItIsWhereAndWhatToDo(string hex, string says)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => StateGridReader.Read(Convert.FromHexString(hex), StateInputs.Key, []));

        error.Code.ShouldBe(DecodingCodes.DamagedZlib);
        error.Message.ShouldContain(says);
        error.Place.ShouldBe("dash / job-1");
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_ZlibCutOffAnywhere_IsAnError()
    {
        byte[] body = StateInputs.Zlib(Enumerable.Range(0, 3000).SelectMany(i => new byte[] { 0x12, 0x02, 0x0A, 0x00 }).ToArray(), CompressionLevel.Optimal);
        for (int length = 1; length < body.Length; length++)
        {
            byte[] cut = body[..length];
            Should.Throw<CiFeaturesException>(() => StateGridReader.Read(cut, StateInputs.Key, [])).Code.ShouldBe(DecodingCodes.DamagedZlib);
        }
    }

    [Fact]
    public void Read_ZlibOfMoreThanTheLimit_StopsThere()
    {
        byte[] bomb = StateInputs.Zlib(new byte[64 << 20], CompressionLevel.Optimal);
        bomb.Length.ShouldBeLessThan(1 << 20);
        DecodeLimits limits = new() { MaxDocumentBytes = 1 << 20 };

        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<CiFeaturesException>(() => StateGridReader.Read(bomb, StateInputs.Key, [], limits)).Code.ShouldBe(DecodingCodes.TooLarge);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
    }

    [Theory]
    [InlineData(nameof(DecodeLimits.MaxTests))]
    [InlineData(nameof(DecodeLimits.MaxRuns))]
    [InlineData(nameof(DecodeLimits.MaxCells))]
    [InlineData(nameof(DecodeLimits.MaxHeaders))]
    public void Read_MoreThanALimit_NamesIt(string limit)
    {
        // Three columns of two extra values each, three rows.
        byte[] plain = [.. Enumerable.Repeat<byte[]>([0x0A, 0x04, 0x22, 0x00, 0x22, 0x00], 3).SelectMany(b => b), 0x12, 0x00, 0x12, 0x00, 0x12, 0x00];
        DecodeLimits limits = limit switch
        {
            nameof(DecodeLimits.MaxTests) => new() { MaxTests = 2 },
            nameof(DecodeLimits.MaxRuns) => new() { MaxRuns = 2 },
            nameof(DecodeLimits.MaxCells) => new() { MaxCells = 8 },
            _ => new() { MaxHeaders = 1 },
        };

        StateInputs.Grid(plain, []).CellCount.ShouldBe(9);
        CiFeaturesException error = StateInputs.GridError(plain, limits);
        error.Code.ShouldBe(DecodingCodes.TooLarge);
        error.Remedy.ShouldContain(limit);
    }

    private static JobGrid Read(out List<DecodeIssue> issues)
    {
        issues = [];
        return StateInputs.Grid(Protoc.EncodeFile("state.proto", "made.state.Grid", "grid.txtpb"), issues);
    }
}
