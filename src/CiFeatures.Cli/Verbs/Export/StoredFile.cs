using CiFeatures.Features.Artifacts;

namespace CiFeatures.Cli.Verbs.Export;

/// <summary>Reads a stored file of a build whole, up to a limit.</summary>
internal static class StoredFile
{
    private const int FirstBytes = 64 << 10;

    /// <summary>The file's bytes after content decoding; null when the snapshot does not have it. More than the limit are not read, only said.</summary>
    public static (byte[]? Bytes, int Length, bool IsTooLarge) Read(PlannedBuild build, string path, long most)
    {
        using Stream? stream = build.Source.Reader.OpenFile(build.Key, path);
        if (stream is null)
        {
            return (null, 0, false);
        }

        // Grows with what really comes: no size that a file claims is believed.
        byte[] bytes = new byte[FirstBytes];
        int length = 0;
        for (int read; (read = stream.Read(bytes, length, bytes.Length - length)) > 0;)
        {
            length += read;
            if (length > most)
            {
                return (null, 0, true);
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Min(2L * bytes.Length, most + 1)));
            }
        }

        return (bytes, length, false);
    }
}
