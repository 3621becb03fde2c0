using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.Csv;

namespace CiFeatures.Tests.Formats.Csv;

public class CsvTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 3_000)]
    [InlineData(true, 500)]
    public void Read_WithSchema_GivesTheSameRows(bool carriageReturns, int rows)
    {
        FeatureTable table = SampleTables.Everything(rows, seed: 31);
        byte[] file = CsvFiles.Write(table, new CsvOptions { CarriageReturns = carriageReturns });

        using CsvTableReader reader = CsvFiles.Open(file, table.Schema);

        SampleTables.ShouldBe(reader.Read(), table);
    }

    [Fact]
    public void Write_NullsTextsTimes_AreSpelledAsDocumented()
    {
        TableSchema schema = new("t", "row",
        [
            SampleTables.Column("a,b", ColumnType.Text, true),
            SampleTables.Column("n", ColumnType.Float64, true),
            SampleTables.Column("when", ColumnType.TimestampMs, true),
            SampleTables.Column("ok", ColumnType.Boolean, true),
        ]);
        var builder = new FeatureTableBuilder(schema);
        builder.AppendRow("", 0.1, 1_627_477_818_000L, true);
        builder.AppendRow(null, null, null, null);
        builder.AppendRow("say \"hi\",\nnow", 1e300, -1L, false);

        string text = Encoding.UTF8.GetString(CsvFiles.Write(builder.Take()));

        text.ShouldBe("\"a,b\",n,when,ok\n\"\",0.1,2021-07-28T13:10:18.000Z,true\n,,,\n\"say \"\"hi\"\",\nnow\",1E+300,1969-12-31T23:59:59.999Z,false\n");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+a", "'+a")]
    [InlineData("-a", "'-a")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "\"'\ra\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("a=b", "a=b")]
    public void Write_NeutralizeFormulas_PutsAnApostropheInFront(string text, string expected)
    {
        var builder = new FeatureTableBuilder(new TableSchema("t", "row", [SampleTables.Column("c", ColumnType.Text, false)]));
        builder.AppendRow(text);

        Encoding.UTF8.GetString(CsvFiles.Write(builder.Take(), new CsvOptions { NeutralizeFormulas = true })).ShouldBe($"c\n{expected}\n");
    }

    [Fact]
    public void Read_WithoutSchema_FindsTheTypes()
    {
        using CsvTableReader reader = CsvFiles.Open("\ufeffb,i,l,f,t,id,zero,text,none\r\ntrue,1,5000000000,1.5,2021-07-28T13:10:18Z,99999999999999999999,007,\"a\r\nb\",\r\nFALSE,,2,NaN,2021-07-28,1,1,\"\",\r\n"u8.ToArray());

        reader.Schema.Columns.Select(c => (c.Name, c.Type, c.Nullable)).ShouldBe(
        [
            ("b", ColumnType.Boolean, false), ("i", ColumnType.Int32, true), ("l", ColumnType.Int64, false), ("f", ColumnType.Float64, false),
            ("t", ColumnType.TimestampMs, false), ("id", ColumnType.Text, false), ("zero", ColumnType.Text, false), ("text", ColumnType.Text, false), ("none", ColumnType.Text, true),
        ]);
        FeatureTable rows = reader.Read().Single();
        rows.RowCount.ShouldBe(2);
        rows.Column<string>("text").Values.ToArray().ShouldBe(["a\r\nb", ""]);
        rows.Column<long>("t").Values[0].ShouldBe(1_627_477_818_000);
        rows.Column("i").ValueAt(1).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "test.csv", "empty")]
    [InlineData("a,a\n1,2\n", "line 1", "'a'")]
    [InlineData("a,b\n1\n", "line 2, column 1", "1 cells")]
    [InlineData("a,b\n1,2\n\n3,4,5\n", "line 4, column 3", "more cells")]
    [InlineData("a,b\n1,\"x\n\n", "line 2, column 2", "does not end")]
    [InlineData("a,b\n\"1\"2,3\n", "line 2, column 1", "behind its closing quote")]
    [InlineData("a\n\"1\n2\"\n\"3\"x\n", "line 4, column 1", "behind")]
    public void Read_Malformed_NamesLineAndColumn(string text, string place, string message)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => CsvFiles.Open(Encoding.UTF8.GetBytes(text)).Read().ToList());

        error.Code.ShouldBe(FormatErrors.BadCsv);
        error.Place.ShouldContain(place);
        error.Message.ShouldContain(message);
    }

    [Fact]
    public void Read_CellThatDoesNotFit_NamesLineColumnAndValue()
    {
        TableSchema schema = new("t", "row", [SampleTables.Column("a", ColumnType.Text, false), SampleTables.Column("n", ColumnType.Int32, false)]);

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => CsvFiles.Open("a,n\nx,1\ny,1.5\n"u8.ToArray(), schema).Read().ToList());

        error.Place.ShouldBe("test.csv: line 3, column 2");
        error.Message.ShouldContain("'1.5'");
        error.Message.ShouldContain("'n'");
    }

    [Fact]
    public void Read_CellTooLongOrNotUtf8_IsAnError()
    {
        byte[] file = Encoding.UTF8.GetBytes("a\n\"" + new string('x', 1_000) + "\"\n");

        Should.Throw<CiFeaturesException>(() => new CsvTableReader(() => new MemoryStream(file), "test.csv", null, 999)).Message.ShouldContain("999");
        Should.Throw<CiFeaturesException>(() => CsvFiles.Open([.. "a\nx"u8, 0xff, 0xfe, (byte)'\n'])).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Read_OtherColumnsThanAsked_SaysWhich()
    {
        TableSchema schema = new("t", "row", [SampleTables.Column("a", ColumnType.Text, false)]);

        Should.Throw<CiFeaturesException>(() => CsvFiles.Open("b\nx\n"u8.ToArray(), schema)).Code.ShouldBe(FormatErrors.OtherSchema);
    }
}
