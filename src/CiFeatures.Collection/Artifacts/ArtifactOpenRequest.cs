namespace CiFeatures.Collection.Artifacts;

/// <summary>What is opened.</summary>
/// <param name="Name">The object's full name.</param>
/// <param name="From">The first of the stored bytes that is wanted.</param>
public sealed record ArtifactOpenRequest(string Name, long From = 0)
{
    /// <summary>The generation that the bytes before <see cref="From"/> are of; null where it is not known. A store that has another one by now gives that one from its beginning.</summary>
    public string? Generation { get; init; }

    /// <summary>The entity tag that the bytes before <see cref="From"/> are of, or, where <see cref="From"/> is 0, of a body that is there already; null where it is not known.</summary>
    public string? Etag { get; init; }

    /// <summary>The text of <c>Last-Modified</c> of a body that is there already; null where there is none. Only where <see cref="From"/> is 0.</summary>
    public string? LastModified { get; init; }

    /// <summary>The longest object, as stored; a store need not give more.</summary>
    public long MaxBytes { get; init; } = long.MaxValue;
}
