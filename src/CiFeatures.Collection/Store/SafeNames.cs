using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CiFeatures.Collection.Store;

/// <summary>Turns the names of dashboards and jobs into names of files and folders, and back.</summary>
/// <remarks>
/// What is not safe on one of the common file systems is written as <c>%</c> and two upper-case hexadecimal digits for each UTF-8 byte.
/// The result is printable ASCII without separators, never empty, never <c>.</c> or <c>..</c>, so it cannot leave its folder.
/// <c>%</c> and <c>~</c> are always encoded: the first begins an escape, the second begins the hash of a name that was cut.
/// </remarks>
public static partial class SafeNames
{
    /// <summary>The longest file name that is given out, in bytes; leaves room for <c>.json.gz</c> and a temporary ending within 255.</summary>
    public const int MaxLength = 200;

    // An empty name; a lone % is not the beginning of any escape.
    private const string EmptyName = "%";
    private const int CutLength = 160;
    private const int HashHexDigits = 32;

    private static readonly SearchValues<char> Unsafe = SearchValues.Create("%~/\\:*?\"<>|");
    private static readonly SearchValues<string> ReservedOnWindows = SearchValues.Create(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8",
            "COM9", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The file name for a name that stands alone. Two names that differ only in case get names that differ only in case.</summary>
    /// <param name="name">Any text, also empty or with unpaired surrogates.</param>
    /// <returns>A safe file name of at most <see cref="MaxLength"/> ASCII characters; the name itself where that is safe.</returns>
    public static string Encode(string name) => Encode(name, encodeUpperCase: false);

    /// <summary>File names for names that share a folder: no two are equal, also where the file system ignores case.</summary>
    /// <param name="names">The names; one that occurs twice counts once.</param>
    /// <returns>The file name of each name. It depends on the set only, not on the order: where names differ only in case, their upper-case letters are encoded.</returns>
    public static IReadOnlyDictionary<string, string> EncodeAll(IEnumerable<string> names)
    {
        Dictionary<string, string> result = new(StringComparer.Ordinal);
        foreach (IGrouping<string, string> group in names.Distinct(StringComparer.Ordinal).GroupBy(Encode, StringComparer.OrdinalIgnoreCase))
        {
            bool clash = group.Skip(1).Any();
            foreach (string name in group)
            {
                result.Add(name, clash ? Encode(name, encodeUpperCase: true) : group.Key);
            }
        }

        return result;
    }

    /// <summary>Whether a file name is one that <see cref="Encode(string)"/> or <see cref="EncodeAll"/> gives for a name.</summary>
    /// <param name="fileName">The file name.</param>
    /// <param name="name">The true name.</param>
    public static bool Matches(string fileName, string name) =>
        string.Equals(fileName, Encode(name), StringComparison.Ordinal) || string.Equals(fileName, Encode(name, encodeUpperCase: true), StringComparison.Ordinal);

    internal static string Encode(string name, bool encodeUpperCase)
    {
        if (name.Length == 0)
        {
            return EmptyName;
        }

        StringBuilder encoded = new(name.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        bool reserved = IsReserved(name);
        for (int i = 0; i < name.Length;)
        {
            int used = Utf8(name.AsSpan(i), bytes, out int written);
            bool edge = i == 0 ? reserved || name[i] is '.' or ' ' : i == name.Length - 1 && name[i] is '.' or ' ';
            if (written > 1 || edge || NeedsEscape(name[i], encodeUpperCase))
            {
                foreach (byte value in bytes[..written])
                {
                    encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
            else
            {
                encoded.Append(name[i]);
            }

            i += used;
        }

        return encoded.Length <= MaxLength ? encoded.ToString() : Cut(encoded.ToString(), name);
    }

    private static bool NeedsEscape(char letter, bool encodeUpperCase) =>
        letter < ' ' || letter >= '\x7f' || Unsafe.Contains(letter) || (encodeUpperCase && char.IsAsciiLetterUpper(letter));

    private static bool IsReserved(string name)
    {
        // Beside the dashboards' folders lie files of these names (dashboards.json.gz, config.pb.gz).
        if (name.StartsWith("dashboards.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("config.pb.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // Windows keeps these names for devices whatever extension follows, and it drops blanks before the extension.
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return ReservedOnWindows.Contains((dot < 0 ? name : name[..dot]).TrimEnd(' '));
    }

    /// <summary>One character as UTF-8; an unpaired surrogate as the three bytes it would have, so that no two names become one.</summary>
    private static int Utf8(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        if (Rune.DecodeFromUtf16(text, out Rune rune, out int used) == OperationStatus.Done)
        {
            written = rune.EncodeToUtf8(bytes);
            return used;
        }

        int unit = text[0];
        bytes[0] = (byte)(0xE0 | (unit >> 12));
        bytes[1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
        bytes[2] = (byte)(0x80 | (unit & 0x3F));
        written = 3;
        return 1;
    }

    private static string Cut(string encoded, string name)
    {
        int end = CutLength;
        if (encoded.IndexOf('%', end - 2, 2) is >= 0 and int escape)
        {
            end = escape;
        }

        // UTF-16 bytes, so that unpaired surrogates differ here too.
        byte[] utf16 = new byte[checked(name.Length * 2)];
        for (int i = 0; i < name.Length; i++)
        {
            utf16[2 * i] = (byte)(name[i] & 0xFF);
            utf16[(2 * i) + 1] = (byte)(name[i] >> 8);
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(utf16));
        return string.Concat(encoded.AsSpan(0, end), "~", hash.AsSpan(0, HashHexDigits));
    }
}
