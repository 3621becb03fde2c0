using System.Text.Json;

namespace CiFeatures.Decoding.Json;

/// <summary>Gives one string for all equal texts of a document, so that names and messages that repeat cost memory once.</summary>
/// <remarks>
/// Entries point into the document, which therefore has to be the same for all calls. The hash is seeded for each process, so
/// a document cannot be built to collide.
/// </remarks>
internal sealed class TextPool
{
    private Entry[] _entries = new Entry[256];
    private int _count;

    /// <summary>The text of the string or property name that the reader stands on.</summary>
    /// <param name="document">The whole document.</param>
    /// <param name="reader">A reader over it.</param>
    public string Get(ReadOnlySpan<byte> document, ref readonly Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.ValueSpan;
        if (raw.IsEmpty)
        {
            return "";
        }

        int hash = Hash(raw);
        int slot = hash & (_entries.Length - 1);
        while (_entries[slot].Text is { } text)
        {
            ref readonly Entry entry = ref _entries[slot];
            if (entry.Hash == hash && document.Slice(entry.Start, entry.Length).SequenceEqual(raw))
            {
                return text;
            }

            slot = (slot + 1) & (_entries.Length - 1);
        }

        string added = reader.GetString()!;
        _entries[slot] = new(hash, (int)reader.TokenStartIndex + 1, raw.Length, added);
        if (++_count > _entries.Length / 2)
        {
            Grow();
        }

        return added;
    }

    private static int Hash(ReadOnlySpan<byte> raw)
    {
        HashCode hash = default;
        hash.AddBytes(raw);
        return hash.ToHashCode();
    }

    private void Grow()
    {
        Entry[] larger = new Entry[_entries.Length * 2];
        foreach (Entry entry in _entries)
        {
            if (entry.Text is null)
            {
                continue;
            }

            int slot = entry.Hash & (larger.Length - 1);
            while (larger[slot].Text is not null)
            {
                slot = (slot + 1) & (larger.Length - 1);
            }

            larger[slot] = entry;
        }

        _entries = larger;
    }

    private readonly record struct Entry(int Hash, int Start, int Length, string Text);
}
