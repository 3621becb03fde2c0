namespace CiFeatures.Decoding.State.Wire;

/// <summary>Where in an object something stands; becomes a text only when it is needed.</summary>
/// <param name="Message">The message's name.</param>
/// <param name="Position">The byte, counted from 0 in the decompressed object.</param>
internal readonly record struct WirePlace(string Message, long Position)
{
    /// <summary>The place for a person.</summary>
    public override string ToString() => $"{Message}, byte {Position}";
}
