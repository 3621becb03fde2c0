using System.Text;
using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>The link from an alert to a test's result (TestGrid's <c>testResultLink</c>).</summary>
public sealed record TestResultLink
{
    private const string EncodeStart = "<encode:";

    // Bounds the search for a placeholder's end, so that a text of many "<" stays cheap.
    private const int LongestName = 1024;

    /// <summary>Properties of the result; each stands for a placeholder of its name.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What <c>&lt;test-id&gt;</c> stands for.</summary>
    public string TestId { get; init; } = "";

    /// <summary>What <c>&lt;test-name&gt;</c> stands for.</summary>
    public string Target { get; init; } = "";

    /// <summary>What <c>&lt;build-id&gt;</c> stands for.</summary>
    public string BuildId { get; init; } = "";

    /// <summary>What <c>&lt;gcs-prefix&gt;</c> stands for.</summary>
    public string GcsPrefix { get; init; } = "";

    /// <summary>Placeholders of custom headers, such as <c>&lt;custom-0&gt;</c>, with the header's key.</summary>
    public IReadOnlyDictionary<string, string> PlaceholderToHeader { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Values of custom headers by key.</summary>
    public IReadOnlyDictionary<string, string> CustomColumnHeaders { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Fills a template. Placeholders that nothing stands for are kept, escaped.</summary>
    /// <param name="template">The template, or null.</param>
    /// <returns>The address with its query sorted by key; empty without a template, without its address, or when the filled address is not valid.</returns>
    public string Fill(LinkTemplate? template)
    {
        if (template is null || template.Url.Length == 0)
        {
            return "";
        }

        string url = Expand(template.Url);
        int hash = url.IndexOf('#', StringComparison.Ordinal);
        string fragment = hash < 0 ? "" : url[hash..];
        string beforeFragment = hash < 0 ? url : url[..hash];
        int question = beforeFragment.IndexOf('?', StringComparison.Ordinal);
        string? address = EscapedAddress(question < 0 ? beforeFragment : beforeFragment[..question]);
        if (address is null)
        {
            return "";
        }

        List<string> query = [];
        if (question >= 0 && question + 1 < beforeFragment.Length)
        {
            query.Add(beforeFragment[(question + 1)..]);
        }

        query.AddRange(template.Options
            .Select(option => (Key: Expand(option.Key), Value: Expand(option.Value)))
            .OrderBy(option => option.Key, StringComparer.Ordinal)
            .Select(option => $"{UrlEscaping.Query(option.Key)}={UrlEscaping.Query(option.Value)}"));
        return address + (query.Count == 0 ? "" : "?" + string.Join('&', query)) + fragment;
    }

    // A path that may stand as it is keeps its escapes; one that may not is decoded and escaped anew as a whole, which loses the
    // difference between a slash and an escaped slash. So does the original.
    private static string? EscapedAddress(string address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        int path = scheme < 0 ? 0 : address.IndexOf('/', scheme + 3);
        if (path < 0)
        {
            return address;
        }

        string? decoded = UrlEscaping.Unescape(address[path..]);
        if (decoded is null)
        {
            return null;
        }

        return address[..path] + (UrlEscaping.IsEscapedPath(address[path..]) ? address[path..] : UrlEscaping.Path(decoded));
    }

    private string Expand(string text)
    {
        StringBuilder expanded = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool encode = string.CompareOrdinal(text, i, EncodeStart, 0, EncodeStart.Length) == 0;
            int start = encode ? i + EncodeStart.Length : i;
            int end = start < text.Length && text[start] == '<' ? text.IndexOf('>', start, Math.Min(LongestName, text.Length - start)) : -1;
            bool closed = !encode || (end >= 0 && end + 1 < text.Length && text[end + 1] == '>');
            if (end >= 0 && closed && Value(text[(start + 1)..end]) is { } value)
            {
                expanded.Append(encode ? UrlEscaping.PathSegment(value) : value);
                i = encode ? end + 1 : end;
            }
            else
            {
                expanded.Append(text[i]);
            }
        }

        return expanded.ToString();
    }

    private string? Value(string name) => name switch
    {
        "test-id" => TestId,
        "test-name" => Target,
        "build-id" => BuildId,
        "gcs-prefix" => GcsPrefix,
        _ when Properties.TryGetValue(name, out string? property) => property,
        _ when PlaceholderToHeader.TryGetValue($"<{name}>", out string? header) && CustomColumnHeaders.TryGetValue(header, out string? value) => value,
        _ => null,
    };
}
