using System.Globalization;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Npy;

namespace CiFeatures.Tests.Formats.Npy;

internal static class NpzFiles
{
    public static void Write(string path, IEnumerable<FeatureTable> pieces, string spool, TableSchema? schema = null)
    {
        List<FeatureTable> list = [.. pieces];
        using var writer = new NpzTableWriter(File.Create(path), schema ?? list[0].Schema, spool);
        list.ForEach(writer.Write);
        writer.Complete();
    }

    /// <summary>The elements as Python prints them.</summary>
    public static string[] Texts(NpyArray array) => array.ElementType switch
    {
        NpyElementType.Boolean => [.. array.Values<bool>().Select(v => v ? "True" : "False")],
        NpyElementType.Text => array.Values<string>(),
        NpyElementType.TimestampMs => [.. array.Values<long>().Select(v => v == long.MinValue ? "NaT" : Invariant(v))],
        NpyElementType.Float32 or NpyElementType.Float64 => [.. array.ToDoubles().Select(Python)],
        NpyElementType.UInt64 => [.. array.Values<ulong>().Select(v => Invariant(v))],
        NpyElementType.Int64 => [.. array.Values<long>().Select(v => Invariant(v))],
        _ => [.. array.ToDoubles().Select(v => Invariant(v))],
    };

    // 1.0 where .NET prints 1.
    private static string Python(double value) => Invariant(value) is var text && text.IndexOfAny(['.', 'E', 'N']) < 0 ? text + ".0" : text.Replace("E", "e", StringComparison.Ordinal);

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
