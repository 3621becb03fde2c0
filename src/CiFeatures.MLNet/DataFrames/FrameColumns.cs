using CiFeatures.Core.Tables;
using Microsoft.Data.Analysis;

namespace CiFeatures.MLNet.DataFrames;

/// <summary>Single columns of feature tables and data frames.</summary>
internal static class FrameColumns
{
    public static DataFrameColumn FromColumn(TableColumn column) => column switch
    {
        TableColumn<bool> c => new BooleanDataFrameColumn(c.Schema.Name, Values(c)),
        TableColumn<sbyte> c => new SByteDataFrameColumn(c.Schema.Name, Values(c)),
        TableColumn<int> c => new Int32DataFrameColumn(c.Schema.Name, Values(c)),
        TableColumn<long> { Schema.Type: ColumnType.TimestampMs } c => new DateTimeDataFrameColumn(c.Schema.Name, Values(c).Select(ToUtc)),
        TableColumn<long> c => new Int64DataFrameColumn(c.Schema.Name, Values(c)),
        TableColumn<float> c => new SingleDataFrameColumn(c.Schema.Name, Values(c)),
        TableColumn<double> c => new DoubleDataFrameColumn(c.Schema.Name, Values(c)),
        TableColumn<string> c => new StringDataFrameColumn(c.Schema.Name, Enumerable.Range(0, c.Count).Select(i => (string?)c.ValueAt(i))),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Schema.Type, "Not a column type."),
    };

    public static ColumnSchema SchemaOf(string table, DataFrameColumn column) => new()
    {
        Name = column.Name,
        Type = TypeOf(column.DataType) ?? throw MLNetErrors.Unsupported(table, column.Name, column.DataType),
        Nullable = true,
        NullRule = "null in the data frame",
        Source = "data frame",
    };

    public static TableColumn ToColumn(DataFrame frame, string table, ColumnSchema schema)
    {
        if (frame.Columns.IndexOf(schema.Name) < 0)
        {
            MLNetErrors.ThrowColumn(table, schema.Name, "The data frame has no column of that name.");
        }

        DataFrameColumn column = frame.Columns[schema.Name];
        if (!Fits(column.DataType, schema.Type))
        {
            MLNetErrors.ThrowColumn(table, schema.Name, $"The data frame's column holds {column.DataType.Name}, the schema says {schema.Type}.");
        }

        if (column.NullCount > 0 && !schema.Nullable)
        {
            MLNetErrors.ThrowColumn(table, schema.Name, $"The data frame's column has {column.NullCount} nulls, the schema allows none.");
        }

        var builder = ColumnBuilder.Create(schema);
        for (long row = 0; row < column.Length; row++)
        {
            builder.AppendObject(Convert(column[row], schema.Type));
        }

        return builder.Take();
    }

    private static IEnumerable<T?> Values<T>(TableColumn<T> column)
        where T : struct
    {
        for (int i = 0; i < column.Count; i++)
        {
            yield return column.IsNull(i) ? null : column.Values[i];
        }
    }

    private static DateTime? ToUtc(long? milliseconds) => milliseconds is { } value ? Timestamps.ToUtc(value) : null;

    private static ColumnType? TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ColumnType.Boolean,
        TypeCode.SByte => ColumnType.Int8,
        TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 => ColumnType.Int32,
        TypeCode.UInt32 or TypeCode.Int64 => ColumnType.Int64,
        TypeCode.Single => ColumnType.Float32,
        TypeCode.Double => ColumnType.Float64,
        TypeCode.String => ColumnType.Text,
        TypeCode.DateTime => ColumnType.TimestampMs,
        _ => null,
    };

    /// <summary>Only conversions that lose nothing.</summary>
    private static bool Fits(Type from, ColumnType to) => TypeOf(from) is { } type && (type == to || (type, to) switch
    {
        (ColumnType.Int8, ColumnType.Int32 or ColumnType.Int64) => true,
        (ColumnType.Int32, ColumnType.Int64) => true,
        (ColumnType.Float32, ColumnType.Float64) => true,
        _ => false,
    });

    private static object? Convert(object? value, ColumnType type) => value is null ? null : type switch
    {
        ColumnType.Int32 => System.Convert.ToInt32(value, null),
        ColumnType.Int64 => System.Convert.ToInt64(value, null),
        ColumnType.Float64 => System.Convert.ToDouble(value, null),
        ColumnType.TimestampMs => Timestamps.FromTime((DateTime)value),
        _ => value,
    };
}
