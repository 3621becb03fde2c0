using System.IO.Compression;

namespace CiFeatures.Formats.Npy;

/// <summary>Writes named arrays into an NPZ file. The same arrays in the same order give the same bytes.</summary>
public sealed class NpzWriter : IDisposable
{
    // The earliest time that a zip entry can have; a real one would make the bytes depend on when they were written.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly CompressionLevel _level;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to; need not seek.</param>
    /// <param name="compress">Whether arrays are deflated, or stored as they are.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the writer is disposed.</param>
    public NpzWriter(Stream stream, bool compress = true, bool leaveOpen = false)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen);
        _level = compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression;
    }

    /// <summary>Adds an array of numbers or booleans.</summary>
    /// <typeparam name="T">bool, sbyte, byte, short, ushort, int, uint, long, ulong, float or double.</typeparam>
    /// <param name="name">The array's name, as <c>numpy.load</c> will give it.</param>
    /// <param name="values">The elements, the last index running fastest.</param>
    /// <param name="shape">The length of each dimension; none for one dimension.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the shape does not fit.</exception>
    public void Add<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        using Stream entry = Open(name);
        NpyWriter.Write(entry, values, shape.Length == 0 ? [values.Length] : shape);
    }

    /// <summary>Adds an array of texts.</summary>
    /// <param name="name">The array's name.</param>
    /// <param name="values">The texts.</param>
    /// <param name="shape">The length of each dimension; none for one dimension.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the shape does not fit.</exception>
    public void AddTexts(string name, IReadOnlyList<string> values, params ReadOnlySpan<long> shape)
    {
        using Stream entry = Open(name);
        NpyWriter.WriteTexts(entry, values, shape.Length == 0 ? [values.Count] : shape);
    }

    /// <summary>Adds an array of points in time (<c>&lt;M8[ms]</c>).</summary>
    /// <param name="name">The array's name.</param>
    /// <param name="millis">Milliseconds since 1970 UTC; <see cref="long.MinValue"/> is NaT.</param>
    /// <param name="shape">The length of each dimension; none for one dimension.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the shape does not fit.</exception>
    public void AddTimestamps(string name, ReadOnlySpan<long> millis, params ReadOnlySpan<long> shape)
    {
        using Stream entry = Open(name);
        NpyWriter.WriteTimestamps(entry, millis, shape.Length == 0 ? [millis.Length] : shape);
    }

    /// <summary>Opens an entry for an array whose bytes the caller writes.</summary>
    internal Stream Open(string name)
    {
        if (name.Length == 0 || !_names.Add(name))
        {
            throw new ArgumentException($"The array name '{name}' is empty or taken.", nameof(name));
        }

        ZipArchiveEntry entry = _archive.CreateEntry(name + ".npy", _level);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }

    /// <summary>Ends the file. Without this it has no directory and cannot be read.</summary>
    public void Dispose() => _archive.Dispose();
}
