using System.Runtime.InteropServices;

namespace CiFeatures.Decoding.State.Wire;

internal sealed class TextsField<T>(int number, Func<T, List<string>> list) : WireField<T>(number, WireType.Bytes)
    where T : WireMessage
{
    public override void Read(T message, ref WireReader reader, WireType found) => list(message).Add(reader.Text());

    public override void Write(T message, WireWriter writer) => writer.Texts(Number, list(message));
}

internal sealed class Int32sField<T>(int number, Func<T, List<int>> list) : WireField<T>(number, WireType.Bytes)
    where T : WireMessage
{
    public override bool Accepts(WireType found) => found is WireType.Bytes or WireType.Varint;

    public override void Read(T message, ref WireReader reader, WireType found)
    {
        if (found == WireType.Varint)
        {
            list(message).Add(reader.Int32());
            return;
        }

        Growing<int> numbers = default;
        reader.PackedInt32s(ref numbers);
        list(message).AddRange(numbers.Items);
    }

    public override void Write(T message, WireWriter writer) => writer.PackedInt32s(Number, CollectionsMarshal.AsSpan(list(message)));
}

internal sealed class FloatsField<T>(int number, Func<T, List<float>> list) : WireField<T>(number, WireType.Bytes)
    where T : WireMessage
{
    public override bool Accepts(WireType found) => found is WireType.Bytes or WireType.Fixed32;

    public override void Read(T message, ref WireReader reader, WireType found)
    {
        if (found == WireType.Fixed32)
        {
            list(message).Add(reader.Float());
        }
        else
        {
            reader.PackedFloats(list(message));
        }
    }

    public override void Write(T message, WireWriter writer) => writer.PackedFloats(Number, list(message));
}
