using System.Text;
using System.Text.RegularExpressions;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Overwrites in a copy of a line what the user's masks find, so that places in the copy are places in the line.</summary>
internal sealed class MaskSet
{
    private readonly (string Name, Regex Expression)[] _masks;
    private readonly List<(int Start, int End, string Name)> _found = [];
    private byte[] _copy = [];
    private char[] _chars = [];
    private int[] _places = [];

    public MaskSet(IReadOnlyList<TemplateMask> masks) => _masks = [.. masks.Select(m => (m.Name, m.Compile()))];

    public bool IsEmpty => _masks.Length == 0;

    /// <summary>Masks a line of valid UTF-8.</summary>
    /// <returns>A line of the same length; it holds until the next call.</returns>
    public ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> line)
    {
        _found.Clear();
        if (_copy.Length < line.Length)
        {
            _copy = new byte[line.Length * 2];
            _chars = new char[line.Length * 2];
            _places = new int[(line.Length * 2) + 1];
        }

        line.CopyTo(_copy);
        ReadOnlySpan<char> text = _chars.AsSpan(0, Widen(line));
        foreach ((string name, Regex expression) in _masks)
        {
            foreach (ValueMatch match in expression.EnumerateMatches(text))
            {
                if (match.Length > 0)
                {
                    Take(name, _places[match.Index], _places[match.Index + match.Length]);
                }
            }
        }

        return _copy.AsSpan(0, line.Length);
    }

    /// <summary>The name of the mask that found exactly this place of the last line, or null.</summary>
    public string? NameAt(int start, int end)
    {
        foreach ((int Start, int End, string Name) found in _found)
        {
            if (found.Start == start && found.End == end)
            {
                return found.Name;
            }
        }

        return null;
    }

    private void Take(string name, int start, int end)
    {
        Span<byte> place = _copy.AsSpan(start, end - start);
        if (!place.Contains(Bytes.Masked))
        {
            place.Fill(Bytes.Masked);
            _found.Add((start, end, name));
        }
    }

    /// <summary>Decodes, and notes for each character the byte it begins at.</summary>
    private int Widen(ReadOnlySpan<byte> line)
    {
        int count = 0;
        int at = 0;
        while (at < line.Length)
        {
            if (line[at] < 0x80)
            {
                _places[count] = at;
                _chars[count++] = (char)line[at++];
                continue;
            }

            Rune.DecodeFromUtf8(line[at..], out Rune rune, out int length);
            int written = rune.EncodeToUtf16(_chars.AsSpan(count));
            _places.AsSpan(count, written).Fill(at);
            count += written;
            at += length;
        }

        _places[count] = line.Length;
        return count;
    }
}
