using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Npy;

/// <summary>Makes a table column out of array elements.</summary>
internal static class NpzColumns
{
    /// <summary>The column, or null when elements of this type do not become such a column.</summary>
    public static TableColumn? Make(ColumnSchema schema, Array values, string[]? categories) => (schema.Type, values) switch
    {
        (ColumnType.Text, int[] codes) when categories is not null => Texts(schema, codes, categories),
        (ColumnType.Text, string[] texts) => new TableColumn<string>(schema, texts),
        (ColumnType.Boolean, bool[] flags) => new TableColumn<bool>(schema, flags),
        (ColumnType.Boolean, double[] numbers) => Map(schema, numbers, static v => v switch { 0 => false, 1 => true, _ => throw new InvalidDataException($"{v} is neither true nor false") }, double.IsNaN),
        (ColumnType.Int8, double[] numbers) => Map(schema, numbers, static v => (sbyte)Whole(v, sbyte.MinValue, sbyte.MaxValue), double.IsNaN),
        (ColumnType.Int32, double[] numbers) => Map(schema, numbers, static v => (int)Whole(v, int.MinValue, int.MaxValue), double.IsNaN),
        (ColumnType.Int64, double[] numbers) => Map(schema, numbers, static v => Whole(v, long.MinValue, 9.2233720368547748e18), double.IsNaN),
        _ => Numbers(schema, values),
    };

    // The runtime takes an int[] for a uint[] and a byte[] for an sbyte[] in patterns, so exact types are asked for.
    private static TableColumn? Numbers(ColumnSchema schema, Array values)
    {
        Type element = values.GetType().GetElementType()!;
        return schema.Type switch
        {
            ColumnType.TimestampMs when element == typeof(long) => Map(schema, (long[])values, static v => v, static v => v == long.MinValue),
            ColumnType.Int8 when element == typeof(sbyte) => new TableColumn<sbyte>(schema, (sbyte[])values),
            ColumnType.Int32 when element == typeof(int) => new TableColumn<int>(schema, (int[])values),
            ColumnType.Int32 when element == typeof(short) => Map(schema, (short[])values, static v => (int)v),
            ColumnType.Int32 when element == typeof(ushort) => Map(schema, (ushort[])values, static v => (int)v),
            ColumnType.Int32 when element == typeof(byte) => Map(schema, (byte[])values, static v => (int)v),
            ColumnType.Int64 when element == typeof(long) => new TableColumn<long>(schema, (long[])values),
            ColumnType.Int64 when element == typeof(uint) => Map(schema, (uint[])values, static v => (long)v),
            ColumnType.Int64 when element == typeof(ulong) => Map(schema, (ulong[])values, static v => v <= long.MaxValue ? (long)v : throw new InvalidDataException($"{v} does not fit a signed number of 64 bits")),
            ColumnType.Float32 when element == typeof(float) => Map(schema, (float[])values, static v => v, schema.Nullable ? float.IsNaN : null),
            ColumnType.Float64 when element == typeof(double) => Map(schema, (double[])values, static v => v, schema.Nullable ? double.IsNaN : null),
            _ => null,
        };
    }

    private static long Whole(double value, double least, double most) =>
        value == Math.Floor(value) && value >= least && value <= most ? (long)value : throw new InvalidDataException($"{value} is not a whole number of the column's size");

    private static TableColumn<string> Texts(ColumnSchema schema, int[] codes, string[] categories) => Map(
        schema,
        codes,
        code => code == -1 ? "" : (uint)code < (uint)categories.Length ? categories[code] : throw new InvalidDataException($"code {code} where there are {categories.Length} categories"),
        static code => code == -1);

    private static TableColumn<TOut> Map<TIn, TOut>(ColumnSchema schema, TIn[] values, Func<TIn, TOut> convert, Func<TIn, bool>? isNull = null)
        where TOut : notnull
    {
        var converted = new TOut[values.Length];
        bool[]? valid = isNull is null ? null : new bool[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (isNull is not null && isNull(values[i]))
            {
                converted[i] = typeof(TOut) == typeof(string) ? (TOut)(object)"" : default!;
                continue;
            }

            converted[i] = convert(values[i]);
            valid?[i] = true;
        }

        return new TableColumn<TOut>(schema, converted, valid);
    }
}
