using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.MLNet.Tests.Support;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace CiFeatures.MLNet.Tests;

public class MLContextExtensionsTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void LoadFromFeatureTable_EveryColumnType_HasTheDocumentedViewType()
    {
        DataViewSchema schema = _context.LoadFromFeatureTable(Samples.Table()).Schema;

        schema.Select(c => $"{c.Name}={c.Type}").ShouldBe(
        [
            "Boolean=Boolean", "Boolean?=Single", "Int8=SByte", "Int8?=Single", "Int32=Int32", "Int32?=Single", "Int64=Int64", "Int64?=Double",
            "Float32=Single", "Float32?=Single", "Float64=Double", "Float64?=Double", "Text=String", "Text?=String",
            "TimestampMs=DateTime", "TimestampMs?=DateTime",
        ]);
    }

    [Fact]
    public void LoadFromFeatureTable_Values_AreThoseOfTheTable()
    {
        IDataView view = _context.LoadFromFeatureTable(Samples.Table());

        view.GetColumn<bool>("Boolean").ShouldBe([true, false]);
        view.GetColumn<float>("Boolean?").ShouldBe([1f, float.NaN]);
        view.GetColumn<sbyte>("Int8").ShouldBe([(sbyte)1, (sbyte)0]);
        view.GetColumn<float>("Int8?").ShouldBe([-12f, float.NaN]);
        view.GetColumn<int>("Int32").ShouldBe([70_001, 0]);
        view.GetColumn<float>("Int32?").ShouldBe([-5f, float.NaN]);
        view.GetColumn<long>("Int64").ShouldBe([1L << 40, 0]);
        view.GetColumn<double>("Int64?").ShouldBe([1L << 41, double.NaN]);
        view.GetColumn<float>("Float32").ShouldBe([0.5f, float.NegativeInfinity]);
        view.GetColumn<float>("Float32?").ShouldBe([1.5f, float.NaN]);
        view.GetColumn<double>("Float64").ShouldBe([0.25, -0.0]);
        view.GetColumn<double>("Float64?").ShouldBe([1.0 / 3, double.NaN]);
        view.GetColumn<ReadOnlyMemory<char>>("Text").Select(t => t.ToString()).ShouldBe(["a1", ""]);
        view.GetColumn<ReadOnlyMemory<char>>("Text?").Select(t => t.ToString()).ShouldBe(["b", ""]);
    }

    [Fact]
    public void LoadFromFeatureTable_Timestamps_AreUtc()
    {
        IDataView view = _context.LoadFromFeatureTable(Samples.Table());

        DateTime[] times = [.. view.GetColumn<DateTime>("TimestampMs?")];
        times.ShouldBe([new DateTime(2020, 9, 13, 12, 26, 40, 123, DateTimeKind.Utc), DateTime.MinValue]);
        times[0].Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void LoadFromFeatureTable_Annotations_SayUnitAndMeaning()
    {
        DataViewSchema.Column column = _context.LoadFromFeatureTable(Samples.Table()).Schema["Int32"];

        ReadOnlyMemory<char> unit = default;
        column.Annotations.GetValue("Unit", ref unit);
        unit.ToString().ShouldBe("u");
        column.Annotations.Schema.Select(c => c.Name).ShouldBe(["Unit", "Meaning", "NullRule"]);
    }

    [Fact]
    public void LoadFromFeatureTables_SeveralPieces_AreReadInOrderAndAgain()
    {
        var empty = new FeatureTableBuilder(Samples.Schema);
        IDataView view = _context.LoadFromFeatureTables(
            Samples.Schema, [empty.Take(), Samples.Table(1), empty.Take(), Samples.Table(2), empty.Take()]);

        for (int time = 0; time < 2; time++)
        {
            view.GetColumn<int>("Int32").ShouldBe([70_001, 0, 70_002, 0]);
        }

        view.GetRowCount().ShouldBeNull();
    }

    [Fact]
    public void LoadFromFeatureTables_FirstRowWanted_AsksForNoSecondPiece()
    {
        int asked = 0;
        IEnumerable<FeatureTable> Pieces()
        {
            for (int i = 1; i <= 100; i++)
            {
                asked++;
                yield return Samples.Table(i);
            }
        }

        IDataView view = _context.LoadFromFeatureTables(Samples.Schema, Pieces());
        asked.ShouldBe(0);
        view.GetColumn<int>("Int32").First().ShouldBe(70_001);
        asked.ShouldBe(1);
    }

    [Fact]
    public void LoadFromFeatureTables_PieceWithAnotherSchema_NamesThePiece()
    {
        FeatureTable odd = new FeatureTableBuilder(new TableSchema("sample", "row", [new ColumnSchema { Name = "x", Type = ColumnType.Text }])).Take();
        IDataView view = _context.LoadFromFeatureTables(Samples.Schema, [Samples.Table(), odd]);

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => view.GetColumn<int>("Int32").Count());
        error.Code.ShouldBe("CIF1481");
        error.Place.ShouldBe("table sample, piece 1");
    }

    [Fact]
    public void LoadFromFeatureTable_Pipeline_TrainsOnTheColumns()
    {
        IDataView view = _context.LoadFromFeatureTables(Samples.Schema, [.. Enumerable.Range(1, 20).Select(Samples.Table)]);
        IEstimator<ITransformer> pipeline = _context.Transforms.ReplaceMissingValues("Filled", "Float32?")
            .Append(_context.Transforms.Conversion.ConvertType("Whole", "Int32", DataKind.Single))
            .Append(_context.Transforms.Concatenate("Features", "Filled", "Whole"));

        IDataView transformed = pipeline.Fit(view).Transform(view);

        float[][] features = [.. transformed.GetColumn<float[]>("Features")];
        features.Length.ShouldBe(40);
        features[0].ShouldBe([1.5f, 70_001f]);
        features[1].ShouldBe([0f, 0f]);
    }

    [Fact]
    public void GetGetter_InactiveColumnOrWrongType_Throws()
    {
        IDataView view = _context.LoadFromFeatureTable(Samples.Table());
        using DataViewRowCursor cursor = view.GetRowCursor([view.Schema["Int32"]]);

        Should.Throw<InvalidOperationException>(() => cursor.GetGetter<long>(view.Schema["Int64"]));
        Should.Throw<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema["Int32"]));
        ValueGetter<int> getter = cursor.GetGetter<int>(view.Schema["Int32"]);
        int value = 0;
        Should.Throw<InvalidOperationException>(() => getter(ref value));
    }
}
