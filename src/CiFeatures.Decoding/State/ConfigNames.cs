using System.Buffers;

namespace CiFeatures.Decoding.State;

/// <summary>TestGrid's rules for names of dashboards, jobs and test groups in a configuration.</summary>
public static class ConfigNames
{
    private const int Shortest = 3;
    private const int Longest = 2048;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:?;");
    private static readonly string[] ForbiddenStarts = ["dashboard", "alerter", "summary", "bugs"];

    /// <summary>The normal form of a name, under which objects are stored: lower case, ASCII letters and digits only.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Empty when the name has none of these characters.</returns>
    public static string Normalize(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));

    /// <summary>Says why a name cannot be used in a configuration.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The reason; null when the name can be used.</returns>
    /// <remarks>
    /// The normal form has 3 to 2,048 characters and does not begin with <c>dashboard</c>, <c>alerter</c>, <c>summary</c> or <c>bugs</c>, and the name
    /// has no backslash, colon, question mark or semicolon and no control characters.
    /// </remarks>
    public static string? WhyNotValid(string name)
    {
        string normal = Normalize(name);
        if (normal.Length < Shortest)
        {
            return $"it has fewer than {Shortest} letters and digits";
        }

        if (normal.Length > Longest)
        {
            return $"it has more than {Longest} letters and digits";
        }

        if (Array.Find(ForbiddenStarts, start => normal.StartsWith(start, StringComparison.Ordinal)) is { } word)
        {
            return $"it begins with \"{word}\", which the service uses itself";
        }

        int at = name.AsSpan().IndexOfAny(Forbidden);
        if (at >= 0)
        {
            return $"it has the character '{name[at]}'";
        }

        return name.Any(char.IsControl) ? "it has a control character" : null;
    }
}
