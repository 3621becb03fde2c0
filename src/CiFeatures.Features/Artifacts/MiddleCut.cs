namespace CiFeatures.Features.Artifacts;

/// <summary>Shortens a text in the middle, where it says least: its beginning names the thing, its end the reason.</summary>
internal static class MiddleCut
{
    private const string Mark = "...";

    /// <summary>The text, or its beginning and end around "..." with <paramref name="most"/> UTF-16 units at most. Surrogates are not parted.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int head = (most - Mark.Length + 1) / 2;
        int tail = most - Mark.Length - head;
        head -= char.IsHighSurrogate(text[head - 1]) ? 1 : 0;
        int from = text.Length - tail;
        from += char.IsLowSurrogate(text[from]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, head), Mark, text.AsSpan(from));
    }
}
