using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;
using CiFeatures.Tests.Decoding.TableAnswers;

namespace CiFeatures.Tests.Decoding.State;

public class StateGridWriterTests
{
    [SkippableFact]
    public void Write_GridThatProtocMade_IsReadByProtocAsTheSameButForRepairs()
    {
        byte[] plain = Protoc.EncodeFile("state.proto", "made.state.Grid", "grid.txtpb");
        string before = Protoc.Decode("state.proto", "made.state.Grid", plain);

        string after = Protoc.Decode("state.proto", "made.state.Grid", StateInputs.Unzlib(StateGridWriter.Write(StateInputs.Grid(plain, []))));

        string[] lost = [.. Lines(before).Except(Lines(after), StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        // The fraction of the start, the nanoseconds below a millisecond, and the value without a count.
        lost.ShouldBe(["nanos: 499999999", "results: 15", "started: 1700000400123.75"]);
        after.ShouldContain("results: 12\n  results: 2\n  results: 1\n  results: 2\n  cell_ids: \"c4\"");
        after.ShouldContain("hint: \"01004\"");
        after.ShouldContain("hint: \"1003\"");
        after.ShouldContain("broken: true");
    }

    [SkippableFact]
    public void Write_UnknownFieldsOfAllKinds_ComeBackToProtoc()
    {
        byte[] plain = Protoc.EncodeFile("later.proto", "made.later.Grid", "later.txtpb");
        byte[] written = StateInputs.Unzlib(StateGridWriter.Write(StateInputs.CleanGrid(plain)));
        string after = Protoc.Decode("later.proto", "made.later.Grid", written);

        foreach (string field in (string[])["region: \"eu\"", "checksum: 18446744073709551615", "colour: 4278190335", "shift: -5", "text: \"t\"", "number: 300", "token: \"\\001\\377\""])
        {
            after.ShouldContain(field);
        }
    }

    [SkippableTheory]
    [InlineData("state.proto", "made.state.Grid", "grid.txtpb")]
    [InlineData("later.proto", "made.later.Grid", "later.txtpb")]
    [InlineData("later.proto", "made.later.WrongGrid", "wrong.txtpb")]
    public void GridMessage_ReadAndWritten_HasEveryFieldThatItHad(string schema, string message, string file)
    {
        byte[] plain = Protoc.EncodeFile(schema, message, file);
        WireWriter writer = new();
        GridMessage.Read(plain, StateFields.Context()).Write(writer);

        Sorted(Protoc.Decode(schema, message, writer.Written.ToArray())).ShouldBe(Sorted(Protoc.Decode(schema, message, plain)));
    }

    [Fact]
    public void Write_GridsOfAllShapes_ComeBack()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            JobGrid grid = new GridMaker(seed).Make();
            List<DecodeIssue> issues = [];
            byte[] body = StateGridWriter.Write(grid);
            JobGrid back = StateGridReader.Read(body, grid.Key, issues);

            GridAgreement.ShouldAgree(back, grid);
            StateGridWriter.Write(grid).ShouldBe(body, "the same grid gives the same bytes");
            StateGridWriter.Write(back).ShouldBe(body, "what was read is written as it was");
        }
    }

    [Fact]
    public void Write_NeighbouringEqualCells_AreOneRun()
    {
        JobGrid grid = new(StateInputs.Key, new GridInfo(), [new TestRow { Name = "a" }], new(["3", "2", "1"], [3, 2, 1], [], []), [1, 1, 0]);

        GridMessage message = GridMessage.Read(StateInputs.Unzlib(StateGridWriter.Write(grid)), StateFields.Context());

        message.Rows[0].Results.ToArray().ShouldBe([1, 2, 0, 1]);
        message.Rows[0].Messages.Count.ShouldBe(2);
        message.Rows[0].Icons.Count.ShouldBe(2);
        message.Rows[0].CellIds.Count.ShouldBe(2);
        message.Rows[0].UserProperties.Count.ShouldBe(0);
    }

    [Fact]
    public void Write_RowOfATestMethod_HasNoCellIds()
    {
        JobGrid grid = new(StateInputs.Key, new GridInfo(), [new TestRow { Name = "a@TESTGRID@b" }], new(["1"], [1], [], []), [1]);

        GridMessage message = GridMessage.Read(StateInputs.Unzlib(StateGridWriter.Write(grid)), StateFields.Context());

        message.Rows[0].CellIds.Count.ShouldBe(0);
        message.Rows[0].Messages.Count.ShouldBe(1);
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim());

    // Known fields are written before unknown ones, so the order of lines may differ; nothing else may.
    private static string Sorted(string text) => string.Join('\n', Lines(text).Order(StringComparer.Ordinal));
}
