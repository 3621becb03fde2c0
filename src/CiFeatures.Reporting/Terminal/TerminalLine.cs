namespace CiFeatures.Reporting.Terminal;

/// <summary>A piece of a line in one colour; every character takes one column of the terminal, and none is a control character.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Color">What they are.</param>
public readonly record struct TerminalSpan(string Text, TerminalColor Color);

/// <summary>One line for a terminal.</summary>
/// <param name="Spans">Its pieces from left to right.</param>
public sealed record TerminalLine(IReadOnlyList<TerminalSpan> Spans)
{
    /// <summary>The number of columns the line takes.</summary>
    public int Width => Spans.Sum(s => s.Text.Length);

    /// <summary>The line without colours.</summary>
    public override string ToString() => string.Concat(Spans.Select(s => s.Text)).TrimEnd();
}
