using System.Text;

namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>Writes a page that names dashboards as the legacy site's pages of 2021 did, for a server that replays a store.</summary>
/// <remarks>
/// What read those pages counted scripts and blanks: the data are in the fourth script and are its sixth word, one object for each dashboard, with the name first and another field after
/// it. So blanks, commas, colons and all that has a meaning in HTML are written as escapes.
/// </remarks>
public static class DashboardPageWriter
{
    /// <summary>Writes the page.</summary>
    /// <param name="dashboards">The names.</param>
    /// <returns>The HTML as UTF-8; the same names always give the same bytes.</returns>
    public static byte[] Write(IReadOnlyList<string> dashboards)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>TestGrid</title>\n");
        page.Append("<script>window.replayed = true;</script>\n<script>var options = {};</script>\n<script>var started = Date.now();</script>\n");
        page.Append("</head>\n<body>\n<script>\nvar site = 'replay'; var dashboards=[");
        for (int i = 0; i < dashboards.Count; i++)
        {
            page.Append(i == 0 ? "{\"name\":\"" : ",{\"name\":\"");
            Escape(page, dashboards[i]);
            page.Append("\",\"kind\":\"dashboard\"}");
        }

        page.Append("];\n</script>\n<noscript>The dashboards are listed in a script.</noscript>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Escape(StringBuilder page, string name)
    {
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            {
                page.Append(c);
            }
            else
            {
                page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }
    }
}
