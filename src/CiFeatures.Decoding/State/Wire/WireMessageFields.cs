namespace CiFeatures.Decoding.State.Wire;

/// <summary>A message inside. Where it occurs twice the two are merged, as protobuf asks.</summary>
internal sealed class MessageField<T, TInner>(int number, MessageShape<TInner> shape, Func<T, TInner?> get, Action<T, TInner> set) : WireField<T>(number, WireType.Bytes)
    where T : WireMessage
    where TInner : WireMessage, new()
{
    public override void Read(T message, ref WireReader reader, WireType found)
    {
        TInner inner = get(message) ?? new();
        WireReader content = reader.Inner(shape.Name);
        shape.Read(inner, ref content);
        set(message, inner);
    }

    public override void Write(T message, WireWriter writer)
    {
        if (get(message) is { } inner)
        {
            shape.WriteInner(Number, inner, writer);
        }
    }
}

internal sealed class MessagesField<T, TInner>(int number, MessageShape<TInner> shape, Func<T, List<TInner>> list) : WireField<T>(number, WireType.Bytes)
    where T : WireMessage
    where TInner : WireMessage, new()
{
    public override void Read(T message, ref WireReader reader, WireType found)
    {
        TInner inner = new();
        WireReader content = reader.Inner(shape.Name);
        shape.Read(inner, ref content);
        list(message).Add(inner);
    }

    public override void Write(T message, WireWriter writer)
    {
        foreach (TInner inner in list(message))
        {
            shape.WriteInner(Number, inner, writer);
        }
    }
}

/// <summary>A map of texts to values: a list of messages of key (1) and value (2). The last of two equal keys holds; they are written in order of the keys.</summary>
internal sealed class MapField<T, TValue>(
    int number, WireType valueType, ReadValue<TValue> read, Action<WireWriter, int, TValue> write, TValue none,
    Func<T, SortedDictionary<string, TValue>> map) : WireField<T>(number, WireType.Bytes)
    where T : WireMessage
{
    private static readonly uint KeyField = WireKeys.Of(1, WireType.Bytes);

    private readonly uint _valueField = WireKeys.Of(2, valueType);

    public override void Read(T message, ref WireReader reader, WireType found)
    {
        WireReader entry = reader.Inner("a map's entry");
        string name = "";
        TValue value = none;
        UnknownFields dropped = default;
        while (entry.TryKey(out uint key))
        {
            if (key == KeyField)
            {
                name = entry.Text();
            }
            else if (key == _valueField)
            {
                value = read(ref entry);
            }
            else
            {
                // An entry becomes a pair, so there is no place for more; nothing that is known has more.
                entry.Keep(key, ref dropped);
            }
        }

        map(message)[name] = value;
    }

    public override void Write(T message, WireWriter writer)
    {
        foreach ((string name, TValue value) in map(message))
        {
            int start = writer.Begin(Number);
            writer.Text(1, name);
            write(writer, 2, value);
            writer.End(start);
        }
    }
}

/// <summary>Reads a value of a map.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
/// <param name="reader">Stands on the value.</param>
internal delegate TValue ReadValue<out TValue>(ref WireReader reader);
