using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Names a value by its form.</summary>
internal static class ParameterNames
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,+-");

    public static string Of(string value)
    {
        if (value.Length == 0)
        {
            return "empty";
        }

        return OfAddress(value) ?? OfNumber(value) ?? OfTime(value) ?? (value.AsSpan().ContainsAny(" ,;|#") ? "list" : IsHost(value) ? "host" : "text");
    }

    private static string? OfAddress(string value)
    {
        if (value.Contains("://", StringComparison.Ordinal))
        {
            return "url";
        }

        if (value[0] is '/' or '\\' or '~' || (value.Count(c => c is '/' or '\\') > 1 && !value.Contains(' ', StringComparison.Ordinal)))
        {
            return "path";
        }

        bool hasPort = value.Count(c => c == ':') == 1;
        string bare = hasPort ? value[..value.IndexOf(':', StringComparison.Ordinal)] : value;
        if (IPAddress.TryParse(bare, out IPAddress? address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || bare.Count(c => c == '.') == 3))
        {
            return "ip";
        }

        return Guid.TryParseExact(value, "D", out _) ? "uuid" : null;
    }

    private static string? OfNumber(string value)
    {
        string number = value.TrimStart('<', '>', '~', '$').TrimEnd('%');
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return number.Length == value.Length ? "number" : "quantity";
        }

        bool prefixed = value.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (prefixed ? value.Length > 2 && value.Skip(2).All(char.IsAsciiHexDigit) : value.Length >= 8 && value.All(char.IsAsciiHexDigit))
        {
            return "hex";
        }

        int digits = number.AsSpan().IndexOfAnyExcept(OfNumbers);
        return digits > 0 && TimeWords.IsUnit(Encoding.UTF8.GetBytes(number[digits..].Trim())) ? "quantity" : null;
    }

    /// <summary>Digits with colons, or three numbers joined to a date; letters only as dates have them.</summary>
    private static string? OfTime(string value)
    {
        int letters = 0;
        int colons = 0;
        int joints = 0;
        foreach (Range run in Runs(value))
        {
            string part = value[run];
            if (char.IsLetter(part[0]))
            {
                letters += part is "T" or "Z" or "AM" or "PM" || TimeWords.IsDatePart(Encoding.UTF8.GetBytes(part)) ? 0 : 1;
            }
            else
            {
                colons += part == ":" ? 1 : 0;
                joints += part is "-" or "/" ? 1 : 0;
            }
        }

        return letters == 0 && (colons is 1 or 2 or 3 || (joints == 2 && char.IsAsciiDigit(value[0]))) ? "time" : null;
    }

    /// <summary>Cuts a text into runs of letters, and all else by the character.</summary>
    private static IEnumerable<Range> Runs(string value)
    {
        int start = 0;
        for (int i = 1; i <= value.Length; i++)
        {
            if (i == value.Length || !char.IsLetter(value[i]) || !char.IsLetter(value[start]))
            {
                yield return start..i;
                start = i;
            }
        }
    }

    private static bool IsHost(string value) => value.Contains('.', StringComparison.Ordinal) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':');
}
