using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Reading;

/// <summary>How one column of a file becomes a column of a feature table.</summary>
internal abstract class ColumnPlan(SchemaElement element, ColumnType type)
{
    public SchemaElement Element { get; } = element;

    public ColumnSchema Schema { get; } = new()
    {
        Name = element.Name,
        Type = type,
        Nullable = element.Repetition == 1,
        NullRule = element.Repetition == 1 ? "as in the file" : "never",
    };

    public abstract ColumnCursor Open(Stream stream, ColumnChunk chunk, ColumnSchema schema, string place);

    /// <summary>Finds the plan for a column.</summary>
    /// <param name="element">The column in the file's schema.</param>
    /// <param name="place">The file, for errors.</param>
    public static ColumnPlan For(SchemaElement element, string place)
    {
        string column = $"{place}, column '{element.Name}'";
        if (element.Repetition == 2)
        {
            throw FormatErrors.ParquetNotRead("The column is repeated; only flat columns are read here.", column, "Write the file with one value in each row.");
        }

        Annotation annotation = element.Annotation;
        return element.Type switch
        {
            PhysicalType.Boolean => new ColumnPlan<bool, bool>(element, ColumnType.Boolean, PhysicalReaders.Booleans, null),
            PhysicalType.Int32 => ForInt32(element, annotation),
            PhysicalType.Int64 => ForInt64(element, annotation),
            PhysicalType.Int96 => new ColumnPlan<Int96, long>(element, ColumnType.TimestampMs, PhysicalReaders.Int96s, Conversions.Int96ToMillis),
            PhysicalType.Float => new ColumnPlan<float, float>(element, ColumnType.Float32, PhysicalReaders.Floats<float>, null),
            PhysicalType.Double => new ColumnPlan<double, double>(element, ColumnType.Float64, PhysicalReaders.Floats<double>, null),
            PhysicalType.ByteArray => annotation == Annotation.Decimal
                ? new ColumnPlan<ReadOnlyMemory<byte>, double>(element, ColumnType.Float64, PhysicalReaders.Bytes, Conversions.ScaledBytes(element.Scale))
                : new ColumnPlan<ReadOnlyMemory<byte>, string>(element, ColumnType.Text, PhysicalReaders.Bytes, Conversions.Utf8),
            PhysicalType.FixedLengthByteArray => ForFixed(element, annotation, column),
            _ => throw FormatErrors.CorruptParquet($"There is no physical type {(int?)element.Type}.", column),
        };
    }

    private static ColumnPlan ForInt32(SchemaElement element, Annotation annotation) => annotation switch
    {
        Annotation.Int8 => new ColumnPlan<int, sbyte>(element, ColumnType.Int8, PhysicalReaders.Int32s, Conversions.ToInt8),
        Annotation.UInt8 => new ColumnPlan<int, int>(element, ColumnType.Int32, PhysicalReaders.Int32s, Conversions.ToUnsigned(8)),
        Annotation.UInt16 => new ColumnPlan<int, int>(element, ColumnType.Int32, PhysicalReaders.Int32s, Conversions.ToUnsigned(16)),
        Annotation.UInt32 => new ColumnPlan<int, long>(element, ColumnType.Int64, PhysicalReaders.Int32s, Conversions.UInt32ToInt64),
        Annotation.Date => new ColumnPlan<int, long>(element, ColumnType.TimestampMs, PhysicalReaders.Int32s, Conversions.DaysToMillis),
        Annotation.Decimal => new ColumnPlan<int, double>(element, ColumnType.Float64, PhysicalReaders.Int32s, Conversions.ScaledInt32(element.Scale)),
        _ => new ColumnPlan<int, int>(element, ColumnType.Int32, PhysicalReaders.Int32s, null),
    };

    private static ColumnPlan ForInt64(SchemaElement element, Annotation annotation) => annotation switch
    {
        Annotation.UInt64 => new ColumnPlan<long, long>(element, ColumnType.Int64, PhysicalReaders.Int64s, Conversions.UInt64ToInt64),
        Annotation.TimestampMillis => new ColumnPlan<long, long>(element, ColumnType.TimestampMs, PhysicalReaders.Int64s, null),
        Annotation.TimestampMicros => new ColumnPlan<long, long>(element, ColumnType.TimestampMs, PhysicalReaders.Int64s, Conversions.MicrosToMillis),
        Annotation.TimestampNanos => new ColumnPlan<long, long>(element, ColumnType.TimestampMs, PhysicalReaders.Int64s, Conversions.NanosToMillis),
        Annotation.Decimal => new ColumnPlan<long, double>(element, ColumnType.Float64, PhysicalReaders.Int64s, Conversions.ScaledInt64(element.Scale)),
        _ => new ColumnPlan<long, long>(element, ColumnType.Int64, PhysicalReaders.Int64s, null),
    };

    private static ColumnPlan ForFixed(SchemaElement element, Annotation annotation, string column)
    {
        int width = element.TypeLength;
        if (width is < 1 or > 1 << 20)
        {
            throw FormatErrors.CorruptParquet($"The column says that its values have {width} bytes.", column);
        }

        var physical = PhysicalReaders.FixedBytes(width);
        return annotation switch
        {
            Annotation.Decimal => new ColumnPlan<ReadOnlyMemory<byte>, double>(element, ColumnType.Float64, physical, Conversions.ScaledBytes(element.Scale)),
            Annotation.Float16 when width == 2 => new ColumnPlan<ReadOnlyMemory<byte>, float>(element, ColumnType.Float32, physical, Conversions.Float16),
            Annotation.Uuid when width == 16 => new ColumnPlan<ReadOnlyMemory<byte>, string>(element, ColumnType.Text, physical, Conversions.Uuid),
            _ => new ColumnPlan<ReadOnlyMemory<byte>, string>(element, ColumnType.Text, physical, Conversions.Hex),
        };
    }
}

/// <summary>A plan over a physical type and a conversion.</summary>
internal sealed class ColumnPlan<TPhysical, T>(
    SchemaElement element,
    ColumnType type,
    Func<ReadOnlyMemory<byte>, PageEncoding, Encodings.ValueReader<TPhysical>?> physical,
    Func<TPhysical, T>? convert) : ColumnPlan(element, type)
    where T : notnull
{
    public override ColumnCursor Open(Stream stream, ColumnChunk chunk, ColumnSchema schema, string place) =>
        new ColumnCursor<T>(stream, chunk, schema, Element.Repetition == 1, new ValueReaderFactory<TPhysical, T>(physical, convert), place);
}
