using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.Api;

/// <summary>Names as the v1 API looks them up: only letters from A to Z and digits count, and case does not.</summary>
public static class ApiNames
{
    /// <summary>The form of a name that is compared and that stands in links: "My Tab", "my-tab" and "mytab" all give <c>mytab</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Lower case letters and digits; empty when the name has none.</returns>
    public static string Normalize(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Names by their normal form.</summary>
    /// <param name="names">The configured names.</param>
    /// <param name="what">What they name, for an error: "dashboard", "tab".</param>
    /// <exception cref="CiFeaturesException">A name has no letter or digit, or two of them have one normal form.</exception>
    public static IReadOnlyDictionary<string, string> Index(IEnumerable<string> names, string what)
    {
        SortedDictionary<string, string> index = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string normal = Normalize(name);
            if (normal.Length == 0)
            {
                DecodingErrors.ApiNameEmpty(what, name);
            }

            if (!index.TryAdd(normal, name))
            {
                DecodingErrors.ApiNameClash(what, index[normal], name, normal);
            }
        }

        return index;
    }

    /// <summary>The names that the API cannot serve beside the others: without letter or digit, or with the normal form of one before them.</summary>
    /// <param name="names">The names; the order decides which of two is kept.</param>
    /// <returns>Those that <see cref="Index"/> would refuse; for a server that has to serve the rest.</returns>
    public static IReadOnlyList<string> Unaddressable(IEnumerable<string> names)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { "" };
        return [.. names.Where(name => !seen.Add(Normalize(name)))];
    }
}
