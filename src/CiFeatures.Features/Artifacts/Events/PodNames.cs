using System.Buffers;

namespace CiFeatures.Features.Artifacts.Events;

/// <summary>Knows the random ends that Kubernetes and OpenShift's CI give names.</summary>
internal static class PodNames
{
    private const int PodLength = 5;
    private const int OperatorLength = 8;

    // The letters that Kubernetes draws from have no vowels, so that no words come out of it, and no digits that look like letters.
    private static readonly SearchValues<char> Drawn = SearchValues.Create("bcdfghjklmnpqrstvwxz2456789");
    private static readonly SearchValues<char> LowerOrDigit = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The length of the random end that begins here: <c>x2x4z</c>, <c>7d8f9c6b5d-x2x4z</c>, or eight letters and digits; 0 when it is none.</summary>
    /// <param name="text">The message from a word on that follows a hyphen.</param>
    /// <param name="word">The word's length.</param>
    public static int RandomEnd(ReadOnlySpan<char> text, int word)
    {
        if (IsEnd(text, word))
        {
            if (word == PodLength && !text[..word].ContainsAnyExcept(Drawn) && !text[..word].SequenceEqual("https"))
            {
                return word;
            }

            return word == OperatorLength && IsMixed(text[..word]) ? word : 0;
        }

        // A replica set's hash has 8 to 10 of the drawn characters and is followed by the pod's own five.
        if (word is >= 8 and <= 10 && !text[..word].ContainsAnyExcept(Drawn) && text.Length >= word + 1 + PodLength && text[word] == '-')
        {
            ReadOnlySpan<char> pod = text.Slice(word + 1, PodLength);
            return !pod.ContainsAnyExcept(Drawn) && IsEnd(text, word + 1 + PodLength) ? word + 1 + PodLength : 0;
        }

        return 0;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int length) =>
        length == text.Length || (text[length] != '-' && text[length] != '_' && !char.IsLetterOrDigit(text[length]));

    // ci-op-1mh8zfv2: letters and digits by turns; words with a number at their end are not.
    private static bool IsMixed(ReadOnlySpan<char> word)
    {
        int turns = 0;
        for (int i = 1; i < word.Length; i++)
        {
            turns += char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1]) ? 1 : 0;
        }

        return turns >= 2 && !word.ContainsAnyExcept(LowerOrDigit);
    }
}
