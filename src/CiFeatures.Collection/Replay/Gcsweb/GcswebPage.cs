using System.Globalization;
using System.Net;
using System.Text;
using CiFeatures.Collection.Replay.Bucket;

namespace CiFeatures.Collection.Replay.Gcsweb;

/// <summary>Writes a folder's page in the form of gcsweb's: a list of rows with a link, a size and a date, the folder above first.</summary>
internal static class GcswebPage
{
    /// <summary>The address of a folder or file.</summary>
    public static string Link(string bucket, string path) => $"/gcs/{bucket}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>Writes a page.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="folder">The folder, with a slash at its end; empty for the bucket's top.</param>
    /// <param name="page">What is on the page.</param>
    /// <param name="files">The objects of the page.</param>
    public static byte[] Write(string bucket, string folder, BucketPage page, IEnumerable<BucketObject> files)
    {
        StringBuilder html = new();
        string title = WebUtility.HtmlEncode($"/{bucket}/{folder}");
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html>\n<head>\n    <meta charset=\"utf-8\">\n    <title>GCS browser: {WebUtility.HtmlEncode(bucket)}</title>\n</head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"    <header>\n        <h1>{WebUtility.HtmlEncode(bucket)}</h1>\n        <h3>{title}</h3>\n    </header>\n");
        AppendNext(html, bucket, folder, page);
        html.Append("    <ul class=\"resource-grid\">\n\n    <li class=\"pure-g\">\n        <div class=\"pure-u-2-5 grid-head\">Name</div>\n        <div class=\"pure-u-1-5 grid-head\">Size</div>\n        <div class=\"pure-u-2-5 grid-head\">Modified</div>\n    </li>\n");
        if (folder.Length > 0)
        {
            AppendRow(html, Link(bucket, folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)]), "back", "..", "-", "-");
        }

        foreach (string prefix in page.Prefixes)
        {
            AppendRow(html, Link(bucket, prefix), "dir", prefix[folder.Length..], "-", "-");
        }

        foreach (BucketObject file in files)
        {
            string size = file.Bytes?.ToString(CultureInfo.InvariantCulture) ?? "-";
            string time = file.Updated.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
            AppendRow(html, Link(bucket, file.Name), "file", file.Name[folder.Length..], size, time);
        }

        html.Append("    </ul>\n");
        AppendNext(html, bucket, folder, page);
        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static void AppendRow(StringBuilder html, string link, string icon, string text, string size, string time) => html.Append(
        CultureInfo.InvariantCulture,
        $"""

            <li class="pure-g grid-row">
                <div class="pure-u-2-5"><a href="{WebUtility.HtmlEncode(link)}"><img src="/icons/{icon}.png"> {WebUtility.HtmlEncode(text)}</a></div>
                <div class="pure-u-1-5">{size}</div>
                <div class="pure-u-2-5">{time}</div>
            </li>

        """);

    private static void AppendNext(StringBuilder html, string bucket, string folder, BucketPage page)
    {
        if (page.Next is { } next)
        {
            html.Append(CultureInfo.InvariantCulture, $"    <a href=\"{WebUtility.HtmlEncode($"{Link(bucket, folder)}?marker={Uri.EscapeDataString(next)}")}\" class=\"pure-button next-button\">Next page</a>\n");
        }
    }
}
