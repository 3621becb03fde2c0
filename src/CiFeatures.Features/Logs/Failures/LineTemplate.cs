using System.Text;

namespace CiFeatures.Features.Logs.Failures;

/// <summary>What stays of a message from one build to the next: numbers, hexadecimal ids and the width of white space are left out.</summary>
internal static class LineTemplate
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // Shorter words of the letters a to f with digits are as often names ("e2e", "c4b") as ids.
    private const int MinIdLength = 7;
    private const int MinNameLength = 5;
    private const int MaxUnitLength = 3;

    /// <summary>Gives a 64-bit FNV-1a hash of the template of a message.</summary>
    public static ulong Hash(ReadOnlySpan<char> content)
    {
        var sink = new HashSink { Value = Offset };
        Walk(content, ref sink);

        // FNV's low bits are weak where the last characters are alike.
        ulong mixed = sink.Value;
        mixed ^= mixed >> 32;
        mixed = unchecked(mixed * 0x9E3779B97F4A7C15);
        return mixed ^ (mixed >> 29);
    }

    /// <summary>Gives the template as text, with <c>#</c> for what was left out.</summary>
    public static string Text(ReadOnlySpan<char> content)
    {
        var sink = new TextSink { Builder = new StringBuilder(content.Length) };
        Walk(content, ref sink);
        return sink.Builder.ToString();
    }

    private static void Walk<TSink>(ReadOnlySpan<char> content, ref TSink sink)
        where TSink : struct, ISink
    {
        for (int i = 0; i < content.Length;)
        {
            char c = content[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                int end = i + 1;
                while (end < content.Length && char.IsAsciiLetterOrDigit(content[end]))
                {
                    end++;
                }

                Word(content[i..end], ref sink);
                i = end;
            }
            else if (char.IsWhiteSpace(c))
            {
                for (i++; i < content.Length && char.IsWhiteSpace(content[i]); i++)
                {
                }

                sink.Put(' ');
            }
            else
            {
                sink.Put(c);
                i++;
            }
        }
    }

    private static void Word<TSink>(ReadOnlySpan<char> word, ref TSink sink)
        where TSink : struct, ISink
    {
        if (!word.ContainsAnyInRange('0', '9'))
        {
            foreach (char c in word)
            {
                sink.Put(c);
            }

            return;
        }

        if (IsId(word))
        {
            sink.Put('#');
            return;
        }

        if (IsShortName(word))
        {
            foreach (char c in word)
            {
                sink.Put(c);
            }

            return;
        }

        bool inNumber = false;
        foreach (char c in word)
        {
            bool digit = char.IsAsciiDigit(c);
            if (!digit || !inNumber)
            {
                sink.Put(digit ? '#' : c);
            }

            inNumber = digit;
        }
    }

    // Hexadecimal ids, and what generators of names make: letters and digits by turns ("d706z", "6gnbx"), but neither "k8s" nor "sha256" nor "1706ms".
    private static bool IsId(ReadOnlySpan<char> word)
    {
        if (word.Length < MinNameLength)
        {
            return false;
        }

        if (word.Length >= MinIdLength && IsHexadecimal(word))
        {
            return true;
        }

        int number = word.IndexOfAnyExceptInRange('0', '9');
        if (number > 0 && word.Length - number <= MaxUnitLength && !word[number..].ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        // "log4j" and "base64" have few digits for their length.
        int digits = 0;
        foreach (char c in word)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return (number > 0 || digits * 4 >= word.Length) && HasLetterBehindDigit(word);
    }

    // "k8s", "e2e"
    private static bool IsShortName(ReadOnlySpan<char> word) => word.Length < MinNameLength && char.IsAsciiLetter(word[0]) && HasLetterBehindDigit(word);

    private static bool HasLetterBehindDigit(ReadOnlySpan<char> word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            if (char.IsAsciiDigit(word[i - 1]) && !char.IsAsciiDigit(word[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private interface ISink
    {
        void Put(char c);
    }

    private struct HashSink : ISink
    {
        public ulong Value;

        public void Put(char c) => Value = unchecked((Value ^ c) * Prime);
    }

    private struct TextSink : ISink
    {
        public StringBuilder Builder;

        public readonly void Put(char c) => Builder.Append(c);
    }
}
