using System.IO.Compression;
using CiFeatures.Core.Errors;

namespace CiFeatures.Formats.Npy;

/// <summary>Reads the arrays of an NPZ file.</summary>
public sealed class NpzReader : IDisposable
{
    // Deflate cannot make more than this out of a byte.
    private const long MaxDeflateRatio = 1032;
    private const int MaxEntries = 1 << 20;

    private readonly ZipArchive _archive;
    private readonly Stream _stream;
    private readonly string _place;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Opens a file and reads its directory.</summary>
    /// <param name="stream">The file; must be able to seek. Closed with the reader unless <paramref name="leaveOpen"/>.</param>
    /// <param name="place">The file's name for errors.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the reader is disposed.</param>
    /// <exception cref="CiFeaturesException">Not a zip file, or damaged (CIF1403).</exception>
    public NpzReader(Stream stream, string place, bool leaveOpen = false)
    {
        _stream = stream;
        _place = place;
        try
        {
            _archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen);
            if (_archive.Entries.Count > MaxEntries)
            {
                throw new InvalidDataException($"{_archive.Entries.Count} entries");
            }

            foreach (ZipArchiveEntry entry in _archive.Entries)
            {
                string name = entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName;
                if (!_entries.TryAdd(name, entry))
                {
                    throw new InvalidDataException($"the array '{name}' is there twice");
                }
            }
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw FormatErrors.CorruptNpy($"The file cannot be read as a zip file: {exception.Message}", place, exception);
        }
    }

    /// <summary>The names of the arrays in the file's order.</summary>
    public IReadOnlyList<string> Names => [.. _entries.Keys];

    /// <summary>Reads an array whole.</summary>
    /// <param name="name">Its name, with or without <c>.npy</c> in the file.</param>
    /// <exception cref="CiFeaturesException">Missing or damaged (CIF1403), or of a type that is not read (CIF1404).</exception>
    public NpyArray Read(string name)
    {
        using Stream entry = Open(name, out long most);
        return Guard(name, () => NpyReader.Read(entry, PlaceOf(name), most));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _archive.Dispose();

    internal string PlaceOf(string name) => $"{_place}, array '{name}'";

    /// <summary>Opens an array to be read in pieces.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">The most bytes it can unpack to.</param>
    internal Stream Open(string name, out long most)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            throw FormatErrors.CorruptNpy("There is no such array.", PlaceOf(name));
        }

        most = Math.Min(entry.Length, MaxDeflateRatio * Math.Min(entry.CompressedLength, _stream.Length));
        return Guard(name, entry.Open);
    }

    internal T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw FormatErrors.CorruptNpy($"The array cannot be read: {exception.Message}", PlaceOf(name), exception);
        }
    }

    private static bool IsDamage(Exception exception) => exception is InvalidDataException or IOException or ArgumentException
        or NotSupportedException or OverflowException or InvalidOperationException;
}
