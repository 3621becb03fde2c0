using System.Text;
using System.Text.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>Texts of JSON that may hold what no text can: bytes that are not UTF-8 and halves of surrogate pairs become U+FFFD.</summary>
internal static class JsonText
{
    /// <summary>The text that a reader stands on.</summary>
    /// <param name="json">Stands on a string, in one piece.</param>
    /// <param name="isRepaired">Whether something was replaced.</param>
    public static string Of(ref readonly Utf8JsonReader json, out bool isRepaired)
    {
        isRepaired = false;
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            isRepaired = true;
            return Repaired(Encoding.UTF8.GetString(json.ValueSpan));
        }
    }

    // The reader has checked that every escape is whole.
    private static string Repaired(string escaped)
    {
        StringBuilder text = new(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            char kind = escaped[++i];
            text.Append(kind switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)Convert.ToUInt16(escaped.Substring(i + 1, 4), 16),
                _ => kind,
            });
            i += kind == 'u' ? 4 : 0;
        }

        // Going through runes replaces lone surrogates.
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.ToString().EnumerateRunes())
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
