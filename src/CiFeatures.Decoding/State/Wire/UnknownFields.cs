namespace CiFeatures.Decoding.State.Wire;

/// <summary>The fields of a message that its reader does not know, as they stood on the wire, keys included; they are written back behind the known ones.</summary>
internal struct UnknownFields
{
    private Growing<byte> _bytes;

    /// <summary>Whether there are none.</summary>
    public readonly bool IsEmpty => _bytes.Count == 0;

    /// <summary>The fields' bytes.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _bytes.Items;

    /// <summary>Adds a field.</summary>
    /// <param name="field">Its key and value.</param>
    public void Add(ReadOnlySpan<byte> field) => _bytes.AddRange(field);
}
