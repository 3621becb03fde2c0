namespace CiFeatures.Decoding.State.Wire;

/// <summary>One field of a message: how it is read and written.</summary>
/// <typeparam name="T">The message.</typeparam>
internal abstract class WireField<T>(int number, WireType type)
    where T : WireMessage
{
    /// <summary>The field's number.</summary>
    public int Number { get; } = number;

    /// <summary>Whether the field may have a wire type.</summary>
    /// <param name="found">The wire type.</param>
    public virtual bool Accepts(WireType found) => found == type;

    /// <summary>Reads a value; the reader stands behind the key.</summary>
    /// <param name="message">Gets the value.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="found">The wire type, one that <see cref="Accepts"/> takes.</param>
    public abstract void Read(T message, ref WireReader reader, WireType found);

    /// <summary>Writes the value, unless it is the default.</summary>
    /// <param name="message">Has the value.</param>
    /// <param name="writer">The writer.</param>
    public abstract void Write(T message, WireWriter writer);
}
