using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Artifacts;

/// <summary>
/// Where builds leave their files: a bucket, or what stands in for one. Names are paths with <c>/</c> below the bucket, without one at the
/// beginning; a folder ends with one, and the empty name is the bucket itself. An object that is not there is an answer and no error.
/// </summary>
/// <remarks>
/// <para>Safe to call from several threads. What is returned is checked by whoever asked: names, sizes, hashes and contents are not trusted.</para>
/// <para>
/// Errors are <see cref="CiFeaturesException"/>. Those of the kind <see cref="ErrorKind.SourceUnavailable"/> can pass, and the store has
/// repeated what it may repeat before it throws one; others are for good. Codes and texts may be of the store's own.
/// </para>
/// </remarks>
public interface IArtifactStore : IDisposable
{
    /// <summary>Where it is, for the manifest and for errors, without credentials: an address, or a folder.</summary>
    string Address { get; }

    /// <summary>How people and tools name the bucket, such as <c>gs://test-platform-results</c>; names follow after a slash. For a folder, its path.</summary>
    string Bucket { get; }

    /// <summary>What it can do.</summary>
    ArtifactStoreTraits Traits { get; }

    /// <summary>What it took so far.</summary>
    ArtifactTraffic Traffic { get; }

    /// <summary>Lists what there is below a folder, a page at a time.</summary>
    /// <param name="request">What is listed.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>A page; an empty one where there is no such folder.</returns>
    /// <exception cref="CiFeaturesException">It cannot be had.</exception>
    Task<ArtifactPage> ListAsync(ArtifactListRequest request, CancellationToken cancellationToken);

    /// <summary>What is known of an object without its contents.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>Null where there is no such object. Facts that the store does not tell are null.</returns>
    /// <exception cref="CiFeaturesException">It cannot be had.</exception>
    Task<ArtifactObject?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Opens an object's stored bytes, from some byte on: compressed where the object is stored compressed.</summary>
    /// <param name="request">What is opened.</param>
    /// <param name="cancellationToken">Stops at once, also the reading of the stream.</param>
    /// <returns>Null where there is no such object.</returns>
    /// <exception cref="CiFeaturesException">
    /// It cannot be had. Reading the stream may fail with an <see cref="IOException"/>, an <see cref="HttpRequestException"/> or a
    /// <see cref="CiFeaturesException"/>; then the object is opened again from where it broke.
    /// </exception>
    Task<ArtifactDownload?> OpenAsync(ArtifactOpenRequest request, CancellationToken cancellationToken);
}
