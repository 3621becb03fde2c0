using System.Globalization;
using System.Text;

namespace CiFeatures.Collection.Store;

/// <content>The way back from file names.</content>
public static partial class SafeNames
{
    /// <summary>The true name behind a file name.</summary>
    /// <param name="fileName">The name of a file or folder, without <c>.json.gz</c>.</param>
    /// <returns>
    /// The name that was encoded, or <paramref name="fileName"/> itself where it is not the encoded form of any name
    /// (somebody chose it freely, or it was cut; the true name of a cut one is only in the manifest).
    /// </returns>
    public static string Decode(string fileName) =>
        TryUnescape(fileName, out string name) && Matches(fileName, name) ? name : fileName;

    private static bool TryUnescape(string fileName, out string name)
    {
        name = "";
        if (string.Equals(fileName, EmptyName, StringComparison.Ordinal))
        {
            return true;
        }

        List<byte> bytes = new(fileName.Length);
        for (int i = 0; i < fileName.Length; i++)
        {
            if (fileName[i] is >= '\x7f' or '~')
            {
                return false;
            }

            if (fileName[i] != '%')
            {
                bytes.Add((byte)fileName[i]);
            }
            else if (i + 2 < fileName.Length && byte.TryParse(fileName.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                return false;
            }
        }

        name = Text([.. bytes]);
        return true;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (IsSurrogate(bytes))
            {
                text.Append((char)(((bytes[0] & 0x0F) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)));
                bytes = bytes[3..];
                continue;
            }

            // Bytes that are not UTF-8 become U+FFFD here; the caller then sees that the name does not encode to this file name.
            _ = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used);
            text.Append(rune.ToString());
            bytes = bytes[Math.Max(1, used)..];
        }

        return text.ToString();
    }

    private static bool IsSurrogate(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 3 && bytes[0] == 0xED && bytes[1] is >= 0xA0 and <= 0xBF && bytes[2] is >= 0x80 and <= 0xBF;
}
