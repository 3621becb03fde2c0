using System.Text;

namespace CiFeatures.Decoding.Prow;

/// <summary>The text that stands for a test case.</summary>
public static class JUnitMessage
{
    /// <summary>The first text that is not empty.</summary>
    /// <param name="texts">Those of error, failure, skipped, system-err and system-out, in this order; null where there is no such element.</param>
    /// <returns>Empty when all are.</returns>
    public static string FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>Cuts a text's middle out as TestGrid does: from <paramref name="max"/> bytes on, half of them from its start, "...", and half from its end.</summary>
    /// <param name="utf8">The text as UTF-8, valid or not.</param>
    /// <param name="max">How many bytes are too many; 0 for no limit.</param>
    /// <returns>The text; one that is not valid UTF-8 afterwards, which a cut through a character also makes, has "?" where it is not and "invalid utf8: " before it.</returns>
    public static string Shortened(ReadOnlySpan<byte> utf8, int max)
    {
        byte[] bytes = max <= 0 || utf8.Length < max ? utf8.ToArray() : [.. utf8[..(max / 2)], .. "..."u8, .. utf8[^(max / 2)..]];
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        // A run of bad bytes becomes one question mark.
        StringBuilder text = new("invalid utf8: ");
        bool bad = false;
        for (ReadOnlySpan<byte> rest = bytes; !rest.IsEmpty;)
        {
            bool good = Rune.DecodeFromUtf8(rest, out Rune rune, out int used) == System.Buffers.OperationStatus.Done;
            text.Append(good ? rune.ToString() : bad ? "" : "?");
            bad = !good;
            rest = rest[used..];
        }

        return text.ToString();
    }
}
