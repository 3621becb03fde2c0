namespace CiFeatures.Features.Logs.Templates;

/// <summary>All lines that differ only in what are values by their form: the unit that grouping works on.</summary>
/// <param name="pattern">Its words.</param>
/// <param name="kinds">What each word looked like.</param>
internal sealed class LineForm(TokenPattern pattern, TokenKind[] kinds)
{
    public TokenPattern Pattern { get; } = pattern;

    public TokenKind[] Kinds { get; } = kinds;

    /// <summary>The first line, shortened.</summary>
    public string Example { get; private set; } = "";

    /// <summary>Its number, from 1.</summary>
    public long FirstLine { get; private set; }

    /// <summary>How many lines have it.</summary>
    public long Count { get; private set; }

    /// <summary>Counts a line; where there is none yet, it is the first.</summary>
    public void Take(ReadOnlySpan<byte> line, long number)
    {
        if (Count++ == 0)
        {
            Example = LogTemplate.Shortened(line);
            FirstLine = number;
        }
    }

    /// <summary>Takes a line back; the first of a log that is given back takes all later ones with it.</summary>
    public void Forget() => Count--;
}
