using System.Text;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Prow.Files;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Prow.Finding;

/// <summary>Reads the beginning of a small object as text.</summary>
internal static class SmallText
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>Reads it; null where there is none or it cannot be read.</summary>
    /// <param name="store">The bucket.</param>
    /// <param name="name">The object.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <exception cref="CiFeaturesException">It cannot be had.</exception>
    public static async Task<string?> ReadAsync(IArtifactStore store, string name, CancellationToken cancellationToken)
    {
        ArtifactDownload? download = await store.OpenAsync(new ArtifactOpenRequest(name), cancellationToken).ConfigureAwait(false);
        if (download is null)
        {
            return null;
        }

        await using (download.ConfigureAwait(false))
        {
            byte[] bytes = new byte[MaxBytes];
            int length;
            try
            {
                length = await download.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                throw new CiFeaturesException(HttpErrors.SourceUnavailable, ErrorKind.SourceUnavailable, $"The connection broke: {e.Message}", $"{store.Bucket}/{name}", HttpErrors.TryLater, e);
            }

            return download.ContentEncoding.Length == 0 ? Encoding.UTF8.GetString(bytes, 0, length) : Unpacked(bytes.AsSpan(0, length));
        }
    }

    private static string? Unpacked(ReadOnlySpan<byte> packed)
    {
        try
        {
            using UnpackedStream stream = new(new MemoryStream(packed.ToArray()), MaxBytes);
            using StreamReader reader = new(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (CiFeaturesException)
        {
            return null;
        }
    }
}
