using System.Text;
using CiFeatures.Collection.TestGrid.Discovery;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.TestGrid.Discovery;

/// <summary>Pages that a test writes by hand.</summary>
internal static class Pages
{
    public static readonly Uri Url = new("https://grid.example/sig-release?id=dashboard-group-bar");

    public static string Scripts(params string[] scripts) =>
        "<!doctype html><html><head><title>T</title></head><body>" + string.Concat(scripts.Select(s => $"<script>{s}</script>")) + "</body></html>";

    public static IReadOnlyList<string> Read(string html, out DashboardRule rule) => DashboardPage.Read(Encoding.UTF8.GetBytes(html), Url, out rule);

    public static CiFeaturesException Error(byte[] page, Uri? url = null) => Should.Throw<CiFeaturesException>(() => DashboardPage.Read(page, url ?? Url));

    public static CiFeaturesException Error(string page) => Error(Encoding.UTF8.GetBytes(page));
}
