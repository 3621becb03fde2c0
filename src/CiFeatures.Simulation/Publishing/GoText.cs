using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CiFeatures.Simulation.Publishing;

/// <summary>Writes strings as the service does: UTF-8 as it is, with only what Go's JSON encoder escapes.</summary>
internal static class GoText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\<>&\u2028\u2029" + string.Concat(Enumerable.Range(0, 32).Select(c => (char)c)));

    public static void WriteValue(Utf8JsonWriter json, string value)
    {
        if (value.Length == 0)
        {
            json.WriteStringValue("");
            return;
        }

        json.WriteRawValue(Quote(value), skipInputValidation: true);
    }

    public static void Write(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        WriteValue(json, value);
    }

    private static string Quote(string value)
    {
        if (value.AsSpan().IndexOfAny(Escaped) < 0)
        {
            return "\"" + value + "\"";
        }

        var text = new StringBuilder(value.Length + 16).Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => text.Append("\\u").Append(Hex(c)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    private static string Hex(char c) => ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture);
}
