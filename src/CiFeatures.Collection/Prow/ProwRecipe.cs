using System.Globalization;
using System.Text;

namespace CiFeatures.Collection.Prow;

/// <summary>What a collection takes, as one text: two collections with the same text want the same bodies, so one can go on where the other was interrupted.</summary>
internal static class ProwRecipe
{
    /// <summary>The text. How the service is treated is not in it: somebody who goes on may do so more slowly.</summary>
    /// <param name="options">The options.</param>
    /// <param name="bucket">The bucket.</param>
    public static string Of(ProwCollectOptions options, string bucket)
    {
        var text = new StringBuilder("prow/1");
        Add(text, "source", [options.Source.ToString(), bucket]);
        Add(text, "jobs", options.Jobs);
        Add(text, "suggested jobs", options.SuggestedJobs);
        Add(text, "builds", options.Builds);
        Add(text, "numbers", [Number(options.MaxBuilds), Number(options.Depth), Number(options.MaxEntries), Number(options.MaxFileBytes)], sorted: false);
        Add(text, "since", options.Since is { } since ? [since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)] : []);
        Add(text, "newer than", options.NewerThan is { } age ? [age.ToString("c", CultureInfo.InvariantCulture)] : []);
        Add(text, "from build", options.FromBuild is { } from ? [from] : []);
        Add(text, "prefixes", options.Prefixes, sorted: false);
        Add(text, "files", options.Files);
        return text.ToString();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, string name, IEnumerable<string> values, bool sorted = true) =>
        text.Append('\n').Append(name).Append(": ").AppendJoin(' ', (sorted ? values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal) : values).Select(Uri.EscapeDataString));
}
