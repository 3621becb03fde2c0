namespace CiFeatures.Decoding.State.Wire;

internal sealed class Int32Field<T>(int number, Func<T, int> get, Action<T, int> set) : WireField<T>(number, WireType.Varint)
    where T : WireMessage
{
    public override void Read(T message, ref WireReader reader, WireType found) => set(message, reader.Int32());

    public override void Write(T message, WireWriter writer) => writer.Int32(Number, get(message));
}

internal sealed class Int64Field<T>(int number, Func<T, long> get, Action<T, long> set) : WireField<T>(number, WireType.Varint)
    where T : WireMessage
{
    public override void Read(T message, ref WireReader reader, WireType found) => set(message, unchecked((long)reader.Varint()));

    public override void Write(T message, WireWriter writer) => writer.Int64(Number, get(message));
}

internal sealed class BoolField<T>(int number, Func<T, bool> get, Action<T, bool> set) : WireField<T>(number, WireType.Varint)
    where T : WireMessage
{
    public override void Read(T message, ref WireReader reader, WireType found) => set(message, reader.Varint() != 0);

    public override void Write(T message, WireWriter writer) => writer.Bool(Number, get(message));
}

internal sealed class DoubleField<T>(int number, Func<T, double> get, Action<T, double> set) : WireField<T>(number, WireType.Fixed64)
    where T : WireMessage
{
    public override void Read(T message, ref WireReader reader, WireType found) => set(message, reader.Double());

    public override void Write(T message, WireWriter writer) => writer.Double(Number, get(message));
}

internal sealed class FloatField<T>(int number, Func<T, float> get, Action<T, float> set) : WireField<T>(number, WireType.Fixed32)
    where T : WireMessage
{
    public override void Read(T message, ref WireReader reader, WireType found) => set(message, reader.Float());

    public override void Write(T message, WireWriter writer) => writer.Float(Number, get(message));
}

internal sealed class TextField<T>(int number, Func<T, string> get, Action<T, string> set) : WireField<T>(number, WireType.Bytes)
    where T : WireMessage
{
    public override void Read(T message, ref WireReader reader, WireType found) => set(message, reader.Text());

    public override void Write(T message, WireWriter writer) => writer.Text(Number, get(message));
}
