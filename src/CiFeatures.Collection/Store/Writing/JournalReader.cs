using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CiFeatures.Collection.Store.Manifests;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>Reads the journal of an interrupted writer and trusts nothing in it.</summary>
internal static class JournalReader
{
    private const int MaxHeaderBytes = 1024 * 1024;

    /// <summary>The first line of the journal in a folder; null where there is none that can be used.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    public static JournalHeader? ReadHeader(string folder)
    {
        byte[]? start = ReadBytes(folder, MaxHeaderBytes);
        int end = start is null ? -1 : Array.IndexOf(start, (byte)'\n');
        return end < 0 ? null : Header(start.AsSpan(0, end), folder);
    }

    /// <summary>What the journal says was stored, the last line for each path. Torn and foolish lines are passed over.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <param name="transfer">The last line about the transfer; null when there is none.</param>
    public static IReadOnlyList<SnapshotFile> ReadFiles(string folder, out SnapshotTransfer? transfer) => ReadFiles(folder, out transfer, out _);

    /// <summary>As the other, and what builds were found not to have.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <param name="transfer">The last line about the transfer; null when there is none.</param>
    /// <param name="missing">The files that builds do not have, each once.</param>
    public static IReadOnlyList<SnapshotFile> ReadFiles(string folder, out SnapshotTransfer? transfer, out IReadOnlyList<MissingFile> missing)
    {
        transfer = null;
        HashSet<MissingFile> lacking = [];
        Dictionary<string, SnapshotFile> files = new(StringComparer.OrdinalIgnoreCase);
        ReadOnlySpan<byte> rest = ReadBytes(folder, ManifestReader.MaxBytes);
        for (bool first = true; rest.IndexOf((byte)'\n') is >= 0 and int end; first = false)
        {
            ReadOnlySpan<byte> line = rest[..end];
            rest = rest[(end + 1)..];
            if (first)
            {
                continue;
            }

            if (Parse(line, JournalJson.Default.SnapshotFile) is not { } file)
            {
                if (Parse(line, JournalJson.Default.JournalMissing) is { } lack)
                {
                    lacking.Add(lack.Missing);
                }
                else
                {
                    transfer = Parse(line, JournalJson.Default.JournalNote)?.Transfer ?? transfer;
                }
            }
            else if (SnapshotPaths.IsSafe(file.Path) && ManifestRules.EntryViolation(file) is null)
            {
                files[file.Path] = file;
            }
        }

        missing = [.. lacking];
        return [.. files.Values];
    }

    private static JournalHeader? Header(ReadOnlySpan<byte> line, string folder) =>
        Parse(line, JournalJson.Default.JournalHeader) is { Schema: JournalHeader.CurrentSchema } header && header.Id == Path.GetFileName(folder) ? header : null;

    private static T? Parse<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? ReadBytes(string folder, long maxBytes)
    {
        try
        {
            FileInfo info = new(SnapshotJournal.PathIn(folder));
            if (!info.Exists || info.LinkTarget is not null)
            {
                return null;
            }

            // A living writer may be adding to it.
            using FileStream stream = new(info.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            byte[] bytes = new byte[Math.Min(stream.Length, maxBytes)];
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
