namespace CiFeatures.Decoding.State.Wire;

/// <summary>All fields of a message, from which it is read and written. A message on the hot path has code of its own instead.</summary>
/// <typeparam name="T">The message.</typeparam>
/// <param name="name">The message's name, for errors.</param>
/// <param name="fields">Its fields in order of their numbers.</param>
internal sealed class MessageShape<T>(string name, params WireField<T>[] fields)
    where T : WireMessage, new()
{
    private readonly WireField<T>?[] _byNumber = ByNumber(fields);

    /// <summary>The message's name.</summary>
    public string Name => name;

    /// <summary>Reads a whole object.</summary>
    /// <param name="bytes">The object.</param>
    /// <param name="context">What readers of the object share.</param>
    public T Read(ReadOnlySpan<byte> bytes, WireContext context)
    {
        T message = new();
        WireReader reader = new(bytes, name, context);
        Read(message, ref reader);
        return message;
    }

    /// <summary>Reads fields into a message until the reader's end.</summary>
    /// <param name="message">Gets the fields.</param>
    /// <param name="reader">The reader.</param>
    public void Read(T message, ref WireReader reader)
    {
        while (reader.TryKey(out uint key))
        {
            ReadField(message, ref reader, key);
        }
    }

    /// <summary>Reads one field into a message.</summary>
    /// <param name="message">Gets the field.</param>
    /// <param name="reader">Stands behind the key.</param>
    /// <param name="key">The field's key.</param>
    public void ReadField(T message, ref WireReader reader, uint key)
    {
        int number = WireKeys.Number(key);
        WireField<T>? field = number < _byNumber.Length ? _byNumber[number] : null;
        if (field is null)
        {
            reader.Keep(key, ref message.Unknown);
        }
        else if (!field.Accepts(WireKeys.Type(key)))
        {
            reader.KeepWrong(key, ref message.Unknown);
        }
        else
        {
            field.Read(message, ref reader, WireKeys.Type(key));
        }
    }

    /// <summary>Writes a message without a key and length.</summary>
    /// <param name="message">The message.</param>
    /// <param name="writer">The writer.</param>
    public void Write(T message, WireWriter writer)
    {
        foreach (WireField<T> field in fields)
        {
            field.Write(message, writer);
        }

        writer.Unknown(message.Unknown);
    }

    /// <summary>Writes a message as a field of another.</summary>
    /// <param name="number">The field of the other.</param>
    /// <param name="message">The message.</param>
    /// <param name="writer">The writer.</param>
    public void WriteInner(int number, T message, WireWriter writer)
    {
        int start = writer.Begin(number);
        Write(message, writer);
        writer.End(start);
    }

    private static WireField<T>?[] ByNumber(WireField<T>[] fields)
    {
        WireField<T>?[] byNumber = new WireField<T>?[fields.Max(f => f.Number) + 1];
        foreach (WireField<T> field in fields)
        {
            byNumber[field.Number] = field;
        }

        return byNumber;
    }
}
