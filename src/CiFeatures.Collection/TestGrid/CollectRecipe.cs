using System.Text;

namespace CiFeatures.Collection.TestGrid;

/// <summary>What a collection takes, as one text: two collections with the same text want the same bodies, so one can go on where the other was interrupted.</summary>
internal static class CollectRecipe
{
    /// <summary>The text. How the service is treated is not in it: somebody who goes on may do so more slowly.</summary>
    public static string Of(CollectOptions options, TestGridSourceKind source)
    {
        var text = new StringBuilder("testgrid/1");
        Add(text, "source", [source.ToString()]);
        Add(text, "address", source switch
        {
            TestGridSourceKind.Api => [options.Api.AbsoluteUri],
            TestGridSourceKind.State => [options.Storage.AbsoluteUri, options.Bucket],
            _ => [options.Site.AbsoluteUri, options.DirectoryPage],
        });
        Add(text, "dashboards", options.Dashboards);
        Add(text, "without dashboards", options.ExcludedDashboards);
        Add(text, "jobs", options.JobPatterns);
        Add(text, "without jobs", options.ExcludedJobs);
        Add(text, "since", options.Since is { } since ? [since.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)] : []);
        Add(text, "newer than", options.NewerThan is { } age ? [age.ToString("c", System.Globalization.CultureInfo.InvariantCulture)] : []);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, IEnumerable<string> values) =>
        text.Append('\n').Append(name).Append(": ").AppendJoin(' ', values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Uri.EscapeDataString));
}
