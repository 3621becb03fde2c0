using CiFeatures.Formats.Parquet.Thrift;

namespace CiFeatures.Formats.Parquet.Metadata;

/// <summary>Reads a node of the schema with its annotation; the logical type wins over the older converted type.</summary>
internal static class SchemaElementReader
{
    public static SchemaElement Read(ThriftReader reader)
    {
        var element = new SchemaElement();
        Annotation converted = Annotation.None;
        Annotation logical = Annotation.None;
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    element.Type = (PhysicalType)reader.Int32(type);
                    break;
                case 2:
                    element.TypeLength = reader.Int32(type);
                    break;
                case 3:
                    element.Repetition = reader.Int32(type);
                    break;
                case 4:
                    element.Name = reader.Text(type);
                    break;
                case 5:
                    element.ChildCount = reader.Int32(type);
                    break;
                case 6:
                    converted = FromConverted(reader.Int32(type));
                    break;
                case 7:
                    element.Scale = reader.Int32(type);
                    break;
                case 10 when type == ThriftType.Struct:
                    logical = ReadLogical(reader, element);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        element.Annotation = logical is Annotation.None or Annotation.Other && converted != Annotation.None ? converted : logical;
        return element;
    }

    private static Annotation FromConverted(int number) => number switch
    {
        0 or 4 or 19 => Annotation.Text,
        1 or 2 or 3 => Annotation.Nested,
        5 => Annotation.Decimal,
        6 => Annotation.Date,
        7 or 8 => Annotation.Time,
        9 => Annotation.TimestampMillis,
        10 => Annotation.TimestampMicros,
        11 => Annotation.UInt8,
        12 => Annotation.UInt16,
        13 => Annotation.UInt32,
        14 => Annotation.UInt64,
        15 => Annotation.Int8,
        16 => Annotation.Int16,
        17 => Annotation.Int32,
        18 => Annotation.Int64,
        _ => Annotation.Other,
    };

    private static Annotation ReadLogical(ThriftReader reader, SchemaElement element)
    {
        Annotation annotation = Annotation.None;
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 5 when type == ThriftType.Struct:
                    annotation = Annotation.Decimal;
                    ReadDecimal(reader, element);
                    break;
                case 8 when type == ThriftType.Struct:
                    annotation = ReadTimestamp(reader);
                    break;
                case 10 when type == ThriftType.Struct:
                    annotation = ReadInteger(reader);
                    break;
                default:
                    annotation = id switch
                    {
                        1 or 4 or 12 => Annotation.Text,
                        2 or 3 or 16 => Annotation.Nested,
                        6 => Annotation.Date,
                        7 => Annotation.Time,
                        14 => Annotation.Uuid,
                        15 => Annotation.Float16,
                        _ => Annotation.Other,
                    };
                    reader.Skip(type);
                    break;
            }
        }

        return annotation;
    }

    private static void ReadDecimal(ThriftReader reader, SchemaElement element)
    {
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            if (id == 1)
            {
                element.Scale = reader.Int32(type);
            }
            else
            {
                reader.Skip(type);
            }
        }
    }

    // Whether the writer adjusted to UTC is not asked: a local time without a zone is read as if it were UTC, as pandas and DuckDB do.
    private static Annotation ReadTimestamp(ThriftReader reader)
    {
        Annotation annotation = Annotation.TimestampMillis;
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            if (id != 2 || type != ThriftType.Struct)
            {
                reader.Skip(type);
                continue;
            }

            reader.BeginStruct();
            while (reader.NextField(out int unit, out ThriftType unitType))
            {
                annotation = unit switch
                {
                    1 => Annotation.TimestampMillis,
                    2 => Annotation.TimestampMicros,
                    3 => Annotation.TimestampNanos,
                    _ => throw new InvalidDataException($"there is no time unit {unit}"),
                };
                reader.Skip(unitType);
            }
        }

        return annotation;
    }

    private static Annotation ReadInteger(ThriftReader reader)
    {
        int bits = 0;
        bool signed = true;
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    bits = reader.Int32(type);
                    break;
                case 2:
                    signed = ThriftReader.Boolean(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return (bits, signed) switch
        {
            (8, true) => Annotation.Int8,
            (16, true) => Annotation.Int16,
            (32, true) => Annotation.Int32,
            (64, true) => Annotation.Int64,
            (8, false) => Annotation.UInt8,
            (16, false) => Annotation.UInt16,
            (32, false) => Annotation.UInt32,
            (64, false) => Annotation.UInt64,
            _ => throw new InvalidDataException($"there is no whole number of {bits} bits"),
        };
    }
}
