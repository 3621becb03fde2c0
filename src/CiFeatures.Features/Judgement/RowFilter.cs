using System.Text.RegularExpressions;
using CiFeatures.Core.Errors;

namespace CiFeatures.Features.Judgement;

/// <summary>Which rows a job shows: the include and exclude patterns of its <c>base_options</c>.</summary>
/// <remarks>A row stays when its name matches every include pattern and no exclude pattern. The published summaries are computed over such rows, the table answers list all rows.</remarks>
public sealed class RowFilter
{
    private const string IncludeKey = "include-filter-by-regex";
    private const string ExcludeKey = "exclude-filter-by-regex";

    private readonly Regex[] _include;
    private readonly Regex[] _exclude;

    /// <summary>Makes a filter.</summary>
    /// <param name="include">Patterns that must all be found in a name. They are searched for in linear time, without back-references and look-around, as RE2 does.</param>
    /// <param name="exclude">Patterns of which none may be found in a name.</param>
    /// <exception cref="CiFeaturesException">CIF1303: a pattern is not valid.</exception>
    public RowFilter(IEnumerable<string> include, IEnumerable<string> exclude)
    {
        _include = [.. include.Select(Compile)];
        _exclude = [.. exclude.Select(Compile)];
    }

    /// <summary>The patterns that must all be found in a name.</summary>
    public IReadOnlyList<string> Include => [.. _include.Select(pattern => pattern.ToString())];

    /// <summary>The patterns of which none may be found in a name.</summary>
    public IReadOnlyList<string> Exclude => [.. _exclude.Select(pattern => pattern.ToString())];

    /// <summary>
    /// The filter under which the published summaries of the OpenShift release dashboards of 2020 and 2021 were computed: without the row
    /// of the disruption monitor, which is flaky in nearly every run, and without the template's container rows, which repeat the overall result.
    /// </summary>
    public static RowFilter OpenShift { get; } = new([], ["Monitor cluster while tests execute", "^operator.Run template.*container test$"]);

    /// <summary>Reads a filter from <c>base_options</c>; all other options are passed over.</summary>
    /// <param name="baseOptions">A query such as <c>width=10&amp;exclude-filter-by-regex=Monitor</c>.</param>
    /// <exception cref="CiFeaturesException">CIF1303: a pattern or the query is not valid.</exception>
    public static RowFilter Parse(string baseOptions)
    {
        List<string> include = [];
        List<string> exclude = [];
        foreach (string part in baseOptions.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = Unescape(equals < 0 ? part : part[..equals]);
            string value = Unescape(equals < 0 ? "" : part[(equals + 1)..]);
            if (key == IncludeKey)
            {
                include.Add(value);
            }
            else if (key == ExcludeKey)
            {
                exclude.Add(value);
            }
        }

        return new RowFilter(include, exclude);
    }

    /// <summary>Whether a row of that name stays.</summary>
    /// <param name="name">The row's name.</param>
    public bool Keeps(string name)
    {
        foreach (Regex pattern in _include)
        {
            if (!pattern.IsMatch(name))
            {
                return false;
            }
        }

        foreach (Regex pattern in _exclude)
        {
            if (pattern.IsMatch(name))
            {
                return false;
            }
        }

        return true;
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            FeatureErrors.ThrowBadFilter(pattern, e);
            throw;
        }
    }

    private static string Unescape(string text)
    {
        string? unescaped = UrlEscaping.Unescape(text.Replace('+', ' '));
        if (unescaped is null)
        {
            FeatureErrors.ThrowBadFilter(text, null);
        }

        return unescaped;
    }
}
