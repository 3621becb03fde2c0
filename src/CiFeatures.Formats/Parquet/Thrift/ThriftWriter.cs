using System.Text;

namespace CiFeatures.Formats.Parquet.Thrift;

/// <summary>Writes structures in Thrift's compact protocol. Fields are given in rising order of their ids.</summary>
internal sealed class ThriftWriter(ByteBuffer output)
{
    private readonly Stack<int> _outer = new();
    private int _lastId;

    public void Int32(int id, int value)
    {
        Field(id, ThriftType.I32);
        output.WriteZigZag(value);
    }

    public void Int16(int id, short value)
    {
        Field(id, ThriftType.I16);
        output.WriteZigZag(value);
    }

    public void Int64(int id, long value)
    {
        Field(id, ThriftType.I64);
        output.WriteZigZag(value);
    }

    public void Byte(int id, byte value)
    {
        Field(id, ThriftType.Byte);
        output.WriteByte(value);
    }

    public void Boolean(int id, bool value) => Field(id, value ? ThriftType.True : ThriftType.False);

    public void Binary(int id, ReadOnlySpan<byte> value)
    {
        Field(id, ThriftType.Binary);
        output.WriteVarint((ulong)value.Length);
        output.Write(value);
    }

    public void Text(int id, string value) => Binary(id, Encoding.UTF8.GetBytes(value));

    public void BeginStruct(int id)
    {
        Field(id, ThriftType.Struct);
        BeginElement();
    }

    /// <summary>Begins a structure that is an element of a list, or the outermost one.</summary>
    public void BeginElement()
    {
        _outer.Push(_lastId);
        _lastId = 0;
    }

    public void EndStruct()
    {
        output.WriteByte((byte)ThriftType.Stop);
        _lastId = _outer.Pop();
    }

    public void EmptyStruct(int id)
    {
        BeginStruct(id);
        EndStruct();
    }

    public void BeginList(int id, ThriftType elements, int count)
    {
        Field(id, ThriftType.List);
        if (count < 15)
        {
            output.WriteByte((byte)(count << 4 | (int)elements));
        }
        else
        {
            output.WriteByte((byte)(0xf0 | (int)elements));
            output.WriteVarint((ulong)count);
        }
    }

    public void Int32Element(int value) => output.WriteZigZag(value);

    public void TextElement(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        output.WriteVarint((ulong)bytes.Length);
        output.Write(bytes);
    }

    private void Field(int id, ThriftType type)
    {
        int step = id - _lastId;
        if (step is > 0 and < 16)
        {
            output.WriteByte((byte)(step << 4 | (int)type));
        }
        else
        {
            output.WriteByte((byte)type);
            output.WriteZigZag(id);
        }

        _lastId = id;
    }
}
