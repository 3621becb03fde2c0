namespace CiFeatures.Decoding.Prow;

/// <summary>Objects of a bucket that only point elsewhere: builds of presubmits are linked from their job's folder.</summary>
public static class LinkMetadata
{
    /// <summary>Where an object points.</summary>
    /// <param name="metadata">The object's custom metadata, by name.</param>
    /// <returns>The value of <c>x-goog-meta-link</c>, else of <c>link</c>, as it is; empty when it has neither. Old links have blanks around them.</returns>
    public static string Target(IReadOnlyDictionary<string, string> metadata) =>
        metadata.GetValueOrDefault("x-goog-meta-link") ?? metadata.GetValueOrDefault("link") ?? "";
}
