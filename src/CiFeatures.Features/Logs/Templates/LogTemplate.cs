using System.Globalization;
using System.Text;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>What many lines have in common, with <c>&lt;*&gt;</c> in the places of their values.</summary>
public sealed class LogTemplate
{
    internal LogTemplate(TokenPattern pattern, string id, long count, long firstLine, string example)
    {
        Pattern = pattern;
        Text = pattern.Text;
        Id = id;
        Count = count;
        FirstLine = firstLine;
        Example = example;
    }

    /// <summary>Gets the id: <c>E</c> and 12 hexadecimal digits of a hash of the text, so the same template has the same id in every run
    /// and every log. A template that changed while learning line by line keeps the id of its first text.</summary>
    public string Id { get; }

    /// <summary>Gets the text: words and punctuation as in the lines, runs of blanks as one blank, <c>&lt;*&gt;</c> for values, without blanks
    /// at its ends, and without colour codes.</summary>
    public string Text { get; }

    /// <summary>Gets the number of lines it was learned from.</summary>
    public long Count { get; }

    /// <summary>Gets the number of the first of them, from 1 over all logs in order.</summary>
    public long FirstLine { get; }

    /// <summary>Gets the first of them, at most 1,000 characters of it.</summary>
    public string Example { get; }

    /// <summary>Gets the number of values.</summary>
    public int Values => Pattern.Words.AsSpan().Count(TokenPattern.Value);

    internal TokenPattern Pattern { get; }

    /// <summary>Puts values into the places of <c>&lt;*&gt;</c>.</summary>
    /// <param name="values">The values in order, <see cref="Values"/> of them.</param>
    /// <returns>The line that they came from, runs of blanks as one blank.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than places.</exception>
    public string Fill(IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == Values ? Pattern.Fill(values) : throw new ArgumentException($"The template has {Values} values, not {values.Count}.", nameof(values));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Text}";

    internal static string IdOf(string text) => string.Create(CultureInfo.InvariantCulture, $"E{Hashing.Of(Encoding.UTF8.GetBytes(text)) >> 16:x12}");

    internal static string Shortened(ReadOnlySpan<byte> line)
    {
        const int Longest = 1000;
        string text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, Longest * 4)]);
        int length = text.Length <= Longest ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..length];
    }
}
