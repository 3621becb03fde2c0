namespace CiFeatures.Decoding.State;

/// <summary>Objects that are stored as they are.</summary>
internal static class PlainObject
{
    /// <summary>Refuses an object that is too large.</summary>
    /// <param name="body">The object.</param>
    /// <param name="place">What to call it in an error.</param>
    /// <param name="limits">Only <see cref="DecodeLimits.MaxDocumentBytes"/> is used.</param>
    public static void Check(ReadOnlySpan<byte> body, string place, DecodeLimits limits)
    {
        if (body.Length > limits.MaxDocumentBytes)
        {
            DecodingErrors.TooLarge("bytes", body.Length, limits.MaxDocumentBytes, nameof(DecodeLimits.MaxDocumentBytes), place);
        }
    }
}
