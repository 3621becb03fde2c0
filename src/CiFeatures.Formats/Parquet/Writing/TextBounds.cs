using System.Text;

namespace CiFeatures.Formats.Parquet.Writing;

/// <summary>Shortens least and greatest texts for statistics so that they stay bounds and stay UTF-8.</summary>
internal static class TextBounds
{
    public const int MaxBytes = 64;

    /// <summary>The value, or the beginning of it, which is never greater.</summary>
    public static byte[] Lower(byte[] value) => value.Length <= MaxBytes ? value : value[..Cut(value)];

    /// <summary>The value, or a shorter text that is greater; null where there is none.</summary>
    public static byte[]? Upper(byte[] value)
    {
        if (value.Length <= MaxBytes)
        {
            return value;
        }

        // UTF-8 sorts as its code points do, so the next code point at the end of the beginning is greater than all that begin so.
        for (ReadOnlySpan<byte> rest = value.AsSpan(0, Cut(value)); rest.Length > 0;)
        {
            Rune.DecodeLastFromUtf8(rest, out Rune last, out int length);
            rest = rest[..^length];
            if (last.Value < 0x10ffff)
            {
                var next = new Rune(last.Value == 0xd7ff ? 0xe000 : last.Value + 1);
                byte[] upper = new byte[rest.Length + next.Utf8SequenceLength];
                rest.CopyTo(upper);
                next.EncodeToUtf8(upper.AsSpan(rest.Length));
                return upper;
            }
        }

        return null;
    }

    private static int Cut(byte[] value)
    {
        int length = MaxBytes;
        while ((value[length] & 0xc0) == 0x80)
        {
            length--;
        }

        return length;
    }
}
