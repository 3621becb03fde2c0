using CiFeatures.Core.Tables;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace CiFeatures.MLNet.DataViews;

/// <summary>What a column of a feature table is in a data view; <see cref="MLContextExtensions"/> has the rules.</summary>
internal static class DataViewColumns
{
    public static DataViewSchema SchemaOf(TableSchema table)
    {
        var builder = new DataViewSchema.Builder();
        for (int i = 0; i < table.Columns.Count; i++)
        {
            ColumnSchema column = table.Columns[i];
            var annotations = new DataViewSchema.Annotations.Builder();
            Annotate(annotations, nameof(ColumnSchema.Unit), column.Unit);
            Annotate(annotations, nameof(ColumnSchema.Meaning), column.Meaning);
            Annotate(annotations, nameof(ColumnSchema.NullRule), column.NullRule);
            builder.AddColumn(column.Name, Reader(column, i).Type, annotations.ToAnnotations());
        }

        return builder.ToSchema();
    }

    public static ColumnReader Reader(ColumnSchema column, int index) => (column.Type, column.Nullable) switch
    {
        (ColumnType.Boolean, false) => new ColumnReader<bool, bool>(index, BooleanDataViewType.Instance, v => v),
        (ColumnType.Boolean, true) => new ColumnReader<bool, float>(index, NumberDataViewType.Single, v => v ? 1 : 0, float.NaN),
        (ColumnType.Int8, false) => new ColumnReader<sbyte, sbyte>(index, NumberDataViewType.SByte, v => v),
        (ColumnType.Int8, true) => new ColumnReader<sbyte, float>(index, NumberDataViewType.Single, v => v, float.NaN),
        (ColumnType.Int32, false) => new ColumnReader<int, int>(index, NumberDataViewType.Int32, v => v),
        (ColumnType.Int32, true) => new ColumnReader<int, float>(index, NumberDataViewType.Single, v => v, float.NaN),
        (ColumnType.Int64, false) => new ColumnReader<long, long>(index, NumberDataViewType.Int64, v => v),
        (ColumnType.Int64, true) => new ColumnReader<long, double>(index, NumberDataViewType.Double, v => v, double.NaN),
        (ColumnType.Float32, _) => new ColumnReader<float, float>(index, NumberDataViewType.Single, v => v, float.NaN),
        (ColumnType.Float64, _) => new ColumnReader<double, double>(index, NumberDataViewType.Double, v => v, double.NaN),
        (ColumnType.Text, _) => new ColumnReader<string, ReadOnlyMemory<char>>(index, TextDataViewType.Instance, v => v.AsMemory()),
        (ColumnType.TimestampMs, _) => new ColumnReader<long, DateTime>(index, DateTimeDataViewType.Instance, Timestamps.ToUtc),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "Not a column type."),
    };

    private static void Annotate(DataViewSchema.Annotations.Builder annotations, string name, string text)
    {
        if (text.Length > 0)
        {
            annotations.Add(name, TextDataViewType.Instance, (ref ReadOnlyMemory<char> value) => value = text.AsMemory());
        }
    }
}
