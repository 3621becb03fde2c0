namespace CiFeatures.Decoding.State.Wire;

/// <summary>The kinds of maps that the messages have.</summary>
internal static class WireMaps
{
    public static WireField<T> Texts<T>(int number, Func<T, SortedDictionary<string, string>> map)
        where T : WireMessage =>
        new MapField<T, string>(number, WireType.Bytes, static (ref r) => r.Text(), static (w, n, v) => w.Text(n, v), "", map);

    public static WireField<T> Int32s<T>(int number, Func<T, SortedDictionary<string, int>> map)
        where T : WireMessage =>
        new MapField<T, int>(number, WireType.Varint, static (ref r) => r.Int32(), static (w, n, v) => w.Int32(n, v), 0, map);
}
