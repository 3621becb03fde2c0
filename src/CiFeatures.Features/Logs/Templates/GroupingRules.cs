using System.Text;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>How many different words in one place, all else being equal, make the place a value.</summary>
/// <remarks>One setting for every kind of log. The figures were chosen on eight labelled logs, where the neighbouring figures do hardly
/// worse, and tried on eight others; see <c>docs/guide/log-templates.md</c>.</remarks>
internal static class GroupingRules
{
    /// <summary>Plain words.</summary>
    public const int Words = 5;

    /// <summary>The first word of a line, or the only one that is not a value: it says what happened.</summary>
    public const int LeadingWords = 32;

    /// <summary>Words behind a noun that announces a name, such as <c>user</c> or <c>host</c>.</summary>
    public const int Names = 3;

    /// <summary>Words joined by dots or slashes.</summary>
    public const int Dotted = 3;

    /// <summary>Words with a few digits in them.</summary>
    public const int Mixed = 2;

    private static readonly HashSet<ulong> Announcing =
    [
        .. new[]
        {
            "user", "username", "account", "group", "host", "hostname", "node", "device", "interface", "file", "class", "package", "module",
            "name", "job", "task", "container", "image", "pod", "namespace", "service",
        }.Select(w => Hashing.Of(Encoding.UTF8.GetBytes(w))),
    ];

    /// <summary>The figure for a place.</summary>
    /// <param name="pattern">The words.</param>
    /// <param name="kind">What the word in the place looks like.</param>
    /// <param name="place">Which place.</param>
    public static int Needed(TokenPattern pattern, TokenKind kind, int place)
    {
        if (kind != TokenKind.Word && place == 0)
        {
            return Dotted;
        }

        if (place == 0 || !HasOtherWord(pattern.Words, place))
        {
            return LeadingWords;
        }

        return kind switch
        {
            TokenKind.Mixed => Mixed,
            TokenKind.Dotted => Dotted,
            _ => Announcing.Contains(pattern.Words[place - 1]) && pattern.Gaps[place] == Gaps.Blank ? Names : Words,
        };
    }

    private static bool HasOtherWord(ReadOnlySpan<ulong> words, int place) =>
        words[..place].ContainsAnyExcept(TokenPattern.Value) || words[(place + 1)..].ContainsAnyExcept(TokenPattern.Value);
}
