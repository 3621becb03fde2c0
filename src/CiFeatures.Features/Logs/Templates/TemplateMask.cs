using System.Text.RegularExpressions;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>An expression whose matches in a line are values, and the name that such values get.</summary>
/// <param name="Name">Name of the parameter: letters, digits and <c>_</c>.</param>
/// <param name="Pattern">A regular expression that can be searched in linear time: no back-references, no look-around.</param>
public sealed record TemplateMask(string Name, string Pattern)
{
    /// <summary>Reads <c>NAME=REGEX</c>.</summary>
    /// <param name="text">The text; what follows the first <c>=</c> is the expression, blanks and all.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1345: there is no name or no expression, or it is not valid.</exception>
    public static TemplateMask Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == text.Length - 1)
        {
            TemplateErrors.ThrowBadMask(text, "there is no name or no expression around the first equals sign");
        }

        var mask = new TemplateMask(text[..at].Trim(), text[(at + 1)..]);
        mask.Compile();
        return mask;
    }

    /// <summary>Reads a file of masks: one <c>NAME=REGEX</c> in a line; empty lines and lines that begin with <c>#</c> say nothing.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1345: a line is not a mask.</exception>
    public static IReadOnlyList<TemplateMask> ParseAll(IEnumerable<string> lines) =>
        [.. lines.Where(l => l.Trim().Length > 0 && !l.TrimStart().StartsWith('#')).Select(Parse)];

    internal Regex Compile()
    {
        if (Name.Length == 0 || !Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            TemplateErrors.ThrowBadMask($"{Name}={Pattern}", "its name has other characters than letters, digits and _");
        }

        try
        {
            return new Regex(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            TemplateErrors.ThrowBadMask($"{Name}={Pattern}", error.Message, error);
            return null;
        }
    }
}
