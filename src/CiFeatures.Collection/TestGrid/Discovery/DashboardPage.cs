using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>Finds out which dashboards a service has, from the page of any of them.</summary>
/// <remarks>
/// The page carries the dashboards as data inside one of its scripts. Nothing is run: scripts are cut into strings, names and brackets, and the data are
/// taken from lists and objects whose own name speaks of dashboards (<c>dashboards</c>, <c>allDashboards</c>, <c>dashboard_names</c>) or of groups of them, whose members
/// count and whose own names do not. Where no name speaks of dashboards, the longest list of named things is taken; where there is none, links to pages beside this one
/// whose text is the page's own name. Links to <c>#something</c> lead to jobs within a dashboard and do not count.
/// The page is cut into tags and never built into a tree, so nesting costs nothing, and time and memory are in proportion to its length.
/// </remarks>
public static class DashboardPage
{
    /// <summary>The most bytes of a page.</summary>
    public const int MaxBytes = 16 << 20;

    private const string DecodingArea = "CIF11";

    /// <summary>Finds the dashboards.</summary>
    /// <param name="page">The page as UTF-8; or the JSON of the v1 API's list, where the address is one of the API.</param>
    /// <param name="url">Where the page came from; tells links to other dashboards from links to elsewhere.</param>
    /// <returns>The names, each once, in the page's order; at least one.</returns>
    /// <exception cref="CiFeaturesException">The page is too large, is no page, or names no dashboards.</exception>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> page, Uri url) => Read(page, url, out _);

    /// <summary>Finds the dashboards and says how.</summary>
    /// <param name="page">The page as UTF-8; or the JSON of the v1 API's list, where the address is one of the API.</param>
    /// <param name="url">Where the page came from; tells links to other dashboards from links to elsewhere.</param>
    /// <param name="rule">By which rule they were found.</param>
    /// <returns>The names, each once, in the page's order; at least one.</returns>
    /// <exception cref="CiFeaturesException">The page is too large, is no page, or names no dashboards.</exception>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> page, Uri url, out DashboardRule rule)
    {
        if (page.Length > MaxBytes)
        {
            throw DiscoveryErrors.TooLarge(url, page.Length, MaxBytes);
        }

        ReadOnlySpan<byte> start = page.StartsWith(Encoding.UTF8.Preamble) ? page[Encoding.UTF8.Preamble.Length..] : page;
        start = start.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty)
        {
            throw DiscoveryErrors.Other(url, "an empty answer");
        }

        if (start[0] is (byte)'{' or (byte)'[')
        {
            rule = DashboardRule.ApiAnswer;
            return IsApi(url) ? FromApi(page, url) : throw DiscoveryErrors.Other(url, "JSON");
        }

        if (start.Contains((byte)0))
        {
            throw DiscoveryErrors.Other(url, "a binary file");
        }

        return FromHtml(Encoding.UTF8.GetString(start), url, out rule);
    }

    private static string[] FromHtml(string html, Uri url, out DashboardRule rule)
    {
        PageParts parts = PageScanner.Scan(html, url);
        ScriptFindings findings = new();
        foreach (string script in parts.Scripts)
        {
            ScriptDashboards.Find(script, findings);
        }

        (rule, IEnumerable<string> names) = findings switch
        {
            { Dashboards.Count: > 0 } => (DashboardRule.DashboardData, findings.Dashboards),
            { LongestList.Count: > 1 } => (DashboardRule.LongestNamedList, findings.LongestList),
            _ => (DashboardRule.Links, (IEnumerable<string>)parts.Links),
        };
        string[] found = [.. names.Distinct(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw DiscoveryErrors.None(url, Describe(parts, findings));
    }

    private static string Describe(PageParts parts, ScriptFindings findings)
    {
        if (parts.Scripts.Count == 0)
        {
            return parts.Tags == 0 ? "it is no HTML" : "it has no script with data and no links to dashboards";
        }

        return findings.CutOff
            ? "a list of dashboards in a script does not end, so the page was cut off"
            : $"none of its {parts.Scripts.Count} scripts has a list of dashboards, and it has no links to them";
    }

    private static bool IsApi(Uri url) => url.AbsolutePath.Contains("/api/v1/dashboard", StringComparison.Ordinal);

    private static string[] FromApi(ReadOnlySpan<byte> json, Uri url)
    {
        try
        {
            string[] names = [.. ApiListReader.ReadDashboards(json, []).Select(d => d.Name).Distinct(StringComparer.Ordinal)];
            return names.Length > 0 ? names : throw DiscoveryErrors.None(url, "the API's list is empty");
        }
        catch (CiFeaturesException e) when (e.Code.StartsWith(DecodingArea, StringComparison.Ordinal))
        {
            throw new CiFeaturesException(e.Code, e.Kind, e.Message, $"{url.AbsoluteUri}, {e.Place}", e.Remedy, e);
        }
    }
}
