using System.Buffers;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Finds where addresses and paths end that go on over separators.</summary>
internal static class Addresses
{
    /// <summary>So many groups of hexadecimal digits between colons are an address, not a time with words around it.</summary>
    private const int FewestGroups = 4;

    private static readonly SearchValues<byte> EndOfPath = SearchValues.Create([.. "\"'()[]{}<>,;|\u001A\u007F"u8, .. Enumerable.Range(0, 33).Select(b => (byte)b)]);

    /// <summary>Longest group: IPv6 has four digits, hardware addresses two.</summary>
    private const int LongestGroup = 4;

    /// <summary>The end of an address that begins with a word before a colon: <c>http://…</c>, <c>00:1a:2b:…</c>, <c>fe80::…</c>, <c>example.org:443</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="colon">Where the colon is.</param>
    /// <param name="flags">Class flags of the word.</param>
    /// <param name="hex">How many bytes of it are hexadecimal digits.</param>
    /// <returns>The byte after the address, or 0 where there is none.</returns>
    public static int End(ReadOnlySpan<byte> line, int start, int colon, int flags, int hex)
    {
        if (colon + 2 < line.Length && line[colon + 1] == '/' && line[colon + 2] == '/')
        {
            return SkipPath(line, start);
        }

        int port = (flags & (Bytes.Dot | Bytes.Slash | Bytes.Upper)) == Bytes.Dot ? Digits(line, colon + 1) : 0;
        if (port > colon + 1)
        {
            return port;
        }

        return hex == colon - start && hex is > 0 and <= LongestGroup ? Groups(line, start) : 0;
    }

    /// <summary>A path goes on over separators that belong to it, to a blank, a quote, a bracket or a list's comma.</summary>
    public static int SkipPath(ReadOnlySpan<byte> line, int start)
    {
        int length = line[start..].IndexOfAny(EndOfPath);
        int end = length < 0 ? line.Length : start + length;
        while (end > start + 1 && line[end - 1] is (byte)':' or (byte)'.' or (byte)'!' or (byte)'?' or (byte)'=')
        {
            end--;
        }

        return end;
    }

    private static int Digits(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && Bytes.Is(line[at], Bytes.Digit))
        {
            at++;
        }

        return at < line.Length && !Bytes.Is(line[at], Bytes.Gap | Bytes.Slash) ? 0 : at;
    }

    private static int Groups(ReadOnlySpan<byte> line, int at)
    {
        int groups = 0;
        while (true)
        {
            int start = at;
            while (at < line.Length && at - start < LongestGroup && Bytes.Is(line[at], Bytes.Digit | Bytes.Hex))
            {
                at++;
            }

            groups++;
            if (at + 1 >= line.Length || line[at] != ':' || !Bytes.Is(line[at + 1], Bytes.Digit | Bytes.Hex) && line[at + 1] != ':')
            {
                break;
            }

            at++;
        }

        bool ends = at == line.Length || Bytes.Is(line[at], Bytes.Gap) || line[at] is (byte)'%' or (byte)'/' or (byte)'.';
        return groups >= FewestGroups && ends ? at : 0;
    }
}
