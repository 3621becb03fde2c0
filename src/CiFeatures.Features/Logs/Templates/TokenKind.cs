namespace CiFeatures.Features.Logs.Templates;

/// <summary>What a token of a line looks like, before statistics are asked.</summary>
internal enum TokenKind : byte
{
    /// <summary>A plain word: a constant until many values are seen in its place.</summary>
    Word,

    /// <summary>Words joined by dots or a slash: often a name of something, sometimes a constant.</summary>
    Dotted,

    /// <summary>A word with a few digits in it, such as <c>eth0</c>: a value as soon as a second one is seen in its place.</summary>
    Mixed,

    /// <summary>A value by its form: a number, an address, a path, a time.</summary>
    Variable,
}
