using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace CiFeatures.Collection.TestGrid.Choice;

/// <summary>
/// One pattern for names: an exact name, a glob with <c>*</c> and <c>?</c>, or, after <c>re:</c>, a regular expression that matches anywhere in the
/// name unless it has anchors. Case matters.
/// </summary>
internal sealed class NamePattern
{
    private const string RegexPrefix = "re:";
    private readonly string _text;
    private readonly Regex? _regex;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="setting">The setting's name, for errors.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is empty or not a regular expression.</exception>
    public NamePattern(string text, string setting)
    {
        if (text.Length == 0)
        {
            throw TestGridErrors.BadSetting(setting, "A name or pattern is empty", "Give a name, a glob such as 'sig-*', or a regular expression such as 're:^sig-'.");
        }

        _text = text;
        if (text.StartsWith(RegexPrefix, StringComparison.Ordinal))
        {
            _regex = Compile(text[RegexPrefix.Length..], setting);
        }
    }

    /// <summary>Gets whether it is one name, so that nobody has to be asked which names there are.</summary>
    public bool IsName => _regex is null && !_text.AsSpan().ContainsAny('*', '?');

    /// <summary>Whether a name matches.</summary>
    public bool Matches(string name) => _regex?.IsMatch(name) ?? (IsName ? string.Equals(_text, name, StringComparison.Ordinal) : FileSystemName.MatchesSimpleExpression(_text, name, ignoreCase: false));

    public override string ToString() => _text;

    private static Regex Compile(string expression, string setting)
    {
        try
        {
            // Without backtracking the time is bounded by the length of the name, whoever wrote the expression.
            return new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw TestGridErrors.BadSetting(setting, $"'{expression}' is not a regular expression that can be used: {e.Message}", "Mend the expression; look-around and back-references are not supported.");
        }
    }
}
