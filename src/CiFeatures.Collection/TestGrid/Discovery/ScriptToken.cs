namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>What a piece of a script is.</summary>
internal enum ScriptTokenKind
{
    /// <summary>The script is over.</summary>
    End,

    /// <summary>One character that is none of the others.</summary>
    Sign,

    /// <summary>A name, a word or a number.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A regular expression, or a text with expressions in it.</summary>
    Opaque,
}

/// <summary>A piece of a script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts; for a text, after the quote.</param>
/// <param name="Length">How long it is; for a text, without quotes.</param>
internal readonly record struct ScriptToken(ScriptTokenKind Kind, int Start, int Length);
