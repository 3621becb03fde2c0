using System.Globalization;
using System.Text;
using CiFeatures.Collection.Artifacts;

namespace CiFeatures.Collection.Gcsweb;

/// <summary>Reads the page that gcsweb shows of a folder.</summary>
/// <remarks>
/// An entry is a link below the folder's own address, with or without blanks around its text and a slash at its end; files may also be links to where the bucket itself
/// is. What counts is where a link leads, not what it is called. The link to the folder above is no entry, the link to the next page says where that begins, and
/// other links, to the tools that download for example, are passed over. A link that climbs is told and not followed.
/// </remarks>
internal static class ListingPage
{
    private const string Marker = "marker=";

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page as UTF-8.</param>
    /// <param name="url">Its address, with a slash at its end, without a query.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="folder">The folder: empty, or with a slash at its end.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is no page (CIF1246).</exception>
    public static ArtifactPage Read(ReadOnlySpan<byte> html, Uri url, string bucket, string folder)
    {
        ReadOnlySpan<byte> start = html.StartsWith(Encoding.UTF8.Preamble) ? html[Encoding.UTF8.Preamble.Length..] : html;
        start = start.TrimStart(" \t\r\n"u8);
        if (!start.StartsWith("<"u8))
        {
            throw ArtifactErrors.BadListing(url.AbsoluteUri, start.IsEmpty ? "it is empty." : "it is no HTML.");
        }

        string own = url.AbsolutePath;
        Dictionary<string, ArtifactObject> objects = new(StringComparer.Ordinal);
        SortedSet<string> folders = new(StringComparer.Ordinal);
        SortedSet<string> foul = new(StringComparer.Ordinal);
        string? next = null;
        foreach (PageRow row in PageRows.Read(Encoding.UTF8.GetString(html)))
        {
            if (MarkerOf(row.Href) is { } marker)
            {
                next ??= Resolve(url, row.Href)?.AbsolutePath == own ? marker : null;
                continue;
            }

            switch (NameOf(row, url, own, bucket, folder))
            {
                case null:
                    break;
                case "":
                    foul.Add(row.Text.Length > 0 ? row.Text : row.Href);
                    break;
                case [.., '/'] name:
                    folders.Add(folder + name);
                    break;
                case var name:
                    objects.TryAdd(name, new ArtifactObject(folder + name) { Bytes = Size(row.After), Modified = Time(row.After) });
                    break;
            }
        }

        return new ArtifactPage([.. objects.Values], [.. folders], next) { Foul = [.. foul] };
    }

    /// <summary>The name of an entry, with a slash at its end where it is a folder; null where the link is none; empty where it is foul.</summary>
    private static string? NameOf(PageRow row, Uri url, string own, string bucket, string folder)
    {
        bool isParent = row.Text.Trim('/') == "..";
        string path = row.Href.Split('?', '#')[0];
        if (path.Length == 0)
        {
            return null;
        }

        bool climbs = path.Split('/', '\\').Any(s => Uri.UnescapeDataString(s) is "..");
        bool here = path[0] == '/' ? path.StartsWith("/gcs/", StringComparison.Ordinal) || path.StartsWith("/s3/", StringComparison.Ordinal) || path.StartsWith(own, StringComparison.Ordinal) : !path.Contains("://", StringComparison.Ordinal);
        if (climbs)
        {
            return isParent ? null : here ? "" : null;
        }

        if (Resolve(url, path) is not { } target)
        {
            return here ? "" : null;
        }

        string rest;
        if (target.Authority == url.Authority && target.AbsolutePath.StartsWith(own, StringComparison.Ordinal))
        {
            rest = target.AbsolutePath[own.Length..];
        }
        else if (BucketPath(target, bucket, folder) is { } inBucket)
        {
            rest = inBucket;
        }
        else
        {
            // The folders above are links too; anything else on this service is not where an entry belongs.
            bool above = target.Authority == url.Authority && own.StartsWith(target.AbsolutePath, StringComparison.Ordinal);
            return isParent || above || !here || target.Authority != url.Authority ? null : row.Text.Contains("..", StringComparison.Ordinal) ? "" : null;
        }

        if (rest.Length == 0)
        {
            return null;
        }

        bool isFolder = rest[^1] == '/' || (row.Text.Length > 0 && row.Text[^1] == '/');
        string name = Uri.UnescapeDataString(rest.TrimEnd('/'));
        return ArtifactNames.IsPlain(name) ? isFolder ? name + "/" : name : "";
    }

    // Files are often links to the storage service itself: https://storage.googleapis.com/<bucket>/<name>.
    private static string? BucketPath(Uri target, string bucket, string folder)
    {
        string prefix = $"/{bucket}/{string.Join('/', folder.Split('/').Select(Uri.EscapeDataString))}";
        return target.AbsolutePath.StartsWith(prefix, StringComparison.Ordinal) ? target.AbsolutePath[prefix.Length..] : null;
    }

    private static Uri? Resolve(Uri url, string href) => Uri.TryCreate(url, href, out Uri? target) && target.Scheme is "http" or "https" ? target : null;

    private static string? MarkerOf(string href)
    {
        int query = href.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return null;
        }

        string? pair = href[(query + 1)..].Split('#')[0].Split('&').FirstOrDefault(p => p.StartsWith(Marker, StringComparison.Ordinal));
        return pair is { Length: > 7 } ? Uri.UnescapeDataString(pair[Marker.Length..].Replace('+', ' ')) : null;
    }

    private static long? Size(IReadOnlyList<string> texts) =>
        texts.Count > 0 && long.TryParse(texts[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out long bytes) && bytes >= 0 ? bytes : null;

    private static DateTimeOffset? Time(IReadOnlyList<string> texts)
    {
        foreach (string text in texts.Skip(1))
        {
            string plain = text.EndsWith(" UTC", StringComparison.Ordinal) ? text[..^4] + " GMT" : text;
            if (DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time))
            {
                return time;
            }
        }

        return null;
    }
}
