namespace CiFeatures.Collection.Artifacts;

/// <summary>An object that is being read. Disposing of it ends the reading.</summary>
/// <param name="body">The stored bytes from <see cref="From"/> on.</param>
/// <param name="end">Called when it is disposed of, after the stream; null = nothing else is to be done.</param>
public sealed class ArtifactDownload(Stream body, Action? end = null) : IAsyncDisposable
{
    /// <summary>The stored bytes from <see cref="From"/> on.</summary>
    public Stream Body { get; } = body;

    /// <summary>Which of the stored bytes comes first: what was asked for, or 0 where the store begins at the beginning all the same.</summary>
    public long From { get; init; }

    /// <summary>How long the whole object is as stored; null where the store does not say.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>Whether the store says that the body that is there already still holds; then there are no bytes.</summary>
    public bool NotModified { get; init; }

    /// <summary>Whether these are the bytes as they are stored; false where they were packed or unpacked on the way, so that sizes and hashes are of others.</summary>
    public bool IsStored { get; init; } = true;

    /// <summary>The coding of the bytes, such as <c>gzip</c>; empty for none.</summary>
    public string ContentEncoding { get; init; } = "";

    /// <summary>The generation; null where the store does not say.</summary>
    public string? Generation { get; init; }

    /// <summary>The entity tag; null where there is none.</summary>
    public string? Etag { get; init; }

    /// <summary>The text of <c>Last-Modified</c>; null where there is none.</summary>
    public string? LastModified { get; init; }

    /// <summary>CRC-32C of the whole stored object; null where the store does not say, or says it of a part only.</summary>
    public uint? Crc32C { get; init; }

    /// <summary>MD5 of the whole stored object, 32 lower-case hexadecimal digits; null where the store does not say.</summary>
    public string? Md5 { get; init; }

    /// <summary>The status of the answer; null where there is none.</summary>
    public int? Status { get; init; }

    /// <summary>When the answer came, UTC; null where that says nothing.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Where it came from; empty where that has no address.</summary>
    public string Url { get; init; } = "";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync().ConfigureAwait(false);
        end?.Invoke();
    }
}
