using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Whether a word at the beginning of a line names the line's level, or is only part of what the line says.</summary>
/// <remarks>The words are debug, trace, info, warn, warning, error, fatal, panic and critical. A word in capitals names the level. Another
/// does when a colon follows (<c>error: …</c>), when it stands alone in brackets (<c>[error]</c>), or when it is the value of a key that
/// ends in level, lvl or severity (<c>level=error</c>, <c>"severity": "error"</c>).</remarks>
internal static class LevelWord
{
    /// <summary>Reads the word that begins at a place.</summary>
    /// <param name="head">The line's first bytes.</param>
    /// <param name="start">Where a word begins.</param>
    /// <param name="end">Where the word ends.</param>
    /// <returns><see cref="LogLevel.None"/> when it is no level's name, or does not stand where a level is named.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LogLevel At(ReadOnlySpan<byte> head, int start, out int end)
    {
        (LogLevel level, int length) = Name(head[start..]);
        end = start + length;
        if (length == 0)
        {
            return LogLevel.None;
        }

        byte before = start > 0 ? head[start - 1] : (byte)0;
        byte after = start + length < head.Length ? head[start + length] : (byte)0;
        if (IsInsideWord(before) || IsInsideWord(after))
        {
            return LogLevel.None;
        }

        if (before is (byte)'-' or (byte)'.' or (byte)'/' or (byte)'$')
        {
            return LogLevel.None;
        }

        bool names = after switch
        {
            (byte)'-' or (byte)'.' or (byte)'/' or (byte)'=' => false,
            (byte)':' when start + length + 1 < head.Length && head[start + length + 1] == (byte)':' => false,
            (byte)':' => true,
            _ => IsUpper(head.Slice(start, length)) || IsBracketed(before, after) || IsValueOfLevel(head[..start]),
        };
        return names ? level : LogLevel.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (LogLevel Level, int Length) Name(ReadOnlySpan<byte> word)
    {
        if (word.Length < 4)
        {
            return default;
        }

        // The first four letters in lower case, first letter lowest.
        return (BinaryPrimitives.ReadUInt32LittleEndian(word) | 0x20202020) switch
        {
            0x6F666E69 => (LogLevel.Info, 4),
            0x6F727265 => Longer(word, "error"u8, LogLevel.Error),
            0x6E726177 => Continues(word, "warning"u8) ? (LogLevel.Warning, 7) : (LogLevel.Warning, 4),
            0x75626564 => Longer(word, "debug"u8, LogLevel.Debug),
            0x63617274 => Longer(word, "trace"u8, LogLevel.Debug),
            0x61746166 => Longer(word, "fatal"u8, LogLevel.Fatal),
            0x696E6170 => Longer(word, "panic"u8, LogLevel.Fatal),
            0x74697263 => Longer(word, "critical"u8, LogLevel.Fatal),
            _ => default,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (LogLevel Level, int Length) Longer(ReadOnlySpan<byte> word, ReadOnlySpan<byte> name, LogLevel level) =>
        Continues(word, name) ? (level, name.Length) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Continues(ReadOnlySpan<byte> word, ReadOnlySpan<byte> name)
    {
        if (word.Length < name.Length)
        {
            return false;
        }

        for (int i = 4; i < name.Length; i++)
        {
            if ((word[i] | 0x20) != name[i])
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsInsideWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == (byte)'_';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsUpper(ReadOnlySpan<byte> word)
    {
        foreach (byte letter in word)
        {
            if ((letter & 0x20) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBracketed(byte before, byte after) => (before, after) is ((byte)'[', (byte)']') or ((byte)'<', (byte)'>') or ((byte)'(', (byte)')');

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsValueOfLevel(ReadOnlySpan<byte> before)
    {
        ReadOnlySpan<byte> key = before.TrimEnd("\" :="u8);
        return key.Length < before.Length && (EndsWith(key, "level"u8) || EndsWith(key, "lvl"u8) || EndsWith(key, "severity"u8));
    }

    private static bool EndsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        if (text.Length < name.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> end = text[^name.Length..];
        for (int i = 0; i < name.Length; i++)
        {
            if ((end[i] | 0x20) != name[i])
            {
                return false;
            }
        }

        return true;
    }
}
