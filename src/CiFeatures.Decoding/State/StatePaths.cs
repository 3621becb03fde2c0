namespace CiFeatures.Decoding.State;

/// <summary>Where a TestGrid instance keeps its objects: beside the configuration object, under names made of configured names.</summary>
/// <remarks>
/// A path is written <c>gs://bucket/object</c>. TestGrid resolves names as relative addresses against the configuration object, so a name that is no
/// part of an address (a colon in its first part, a query, a fragment, a bad percent escape) has no object; neither has one that leaves the
/// folder of the configuration. Percent escapes in a name stand for the character, as in an address.
/// </remarks>
public static class StatePaths
{
    /// <summary>The prefix of tab states in the buckets of today.</summary>
    public const string TabsPrefix = "tabs";

    /// <summary>The prefix of test groups' grids in the buckets of today.</summary>
    public const string GridPrefix = "grid";

    /// <summary>The prefix of summaries in the buckets of today; older ones had none.</summary>
    public const string SummaryPrefix = "summary";

    private const string Scheme = "gs://";

    /// <summary>The path of a tab's state.</summary>
    /// <param name="config">The path of the configuration, such as <c>gs://k8s-testgrid/config</c>.</param>
    /// <param name="prefix">The folder of tab states, usually <see cref="TabsPrefix"/>; may be empty.</param>
    /// <param name="dashboard">The dashboard's name, exactly as configured.</param>
    /// <param name="tab">The job's name, exactly as configured.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1153: there is no such object.</exception>
    public static string TabState(string config, string prefix, string dashboard, string tab) =>
        Resolve(config, Clean(prefix, dashboard, tab), "dashboard and job", $"{dashboard}/{tab}");

    /// <summary>The path of a test group's grid.</summary>
    /// <param name="config">The path of the configuration.</param>
    /// <param name="prefix">The folder of grids, usually <see cref="GridPrefix"/>; may be empty.</param>
    /// <param name="group">The test group's name, exactly as configured.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1153: there is no such object.</exception>
    public static string TestGroup(string config, string prefix, string group) => Resolve(config, Clean(prefix, group), "test group", group);

    /// <summary>The path of a dashboard's summary.</summary>
    /// <param name="config">The path of the configuration.</param>
    /// <param name="prefix">The folder of summaries, usually <see cref="SummaryPrefix"/>; empty in older buckets.</param>
    /// <param name="dashboard">The dashboard's name; its normal form is used.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1153: there is no such object.</exception>
    public static string Summary(string config, string prefix, string dashboard) =>
        Resolve(config, Clean(prefix, $"summary-{ConfigNames.Normalize(dashboard)}"), "dashboard", dashboard);

    /// <summary>The bucket of a path.</summary>
    /// <param name="path">A path with a bucket.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1153: it is not such a path.</exception>
    public static string Bucket(string path) => Split(path).Bucket;

    /// <summary>The object's name of a path: what follows the bucket, without a slash before it.</summary>
    /// <param name="path">A path with a bucket.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1153: it is not such a path.</exception>
    public static string ObjectName(string path) => Split(path).Name;

    private static (string Bucket, string Name) Split(string path)
    {
        int slash = path.StartsWith(Scheme, StringComparison.Ordinal) ? path.IndexOf('/', Scheme.Length) : -1;
        if (slash <= Scheme.Length)
        {
            StateErrors.BadName("path", path, "it is not of the form gs://bucket/object");
        }

        return (path[Scheme.Length..slash], path[(slash + 1)..]);
    }

    // Joins as a file path: empty parts, "." and double slashes vanish, ".." takes away the part before it.
    private static List<string> Clean(params ReadOnlySpan<string> parts)
    {
        List<string> clean = [];
        foreach (string part in string.Join('/', parts).Split('/'))
        {
            if (part == ".." && clean.Count > 0 && clean[^1] != "..")
            {
                clean.RemoveAt(clean.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                clean.Add(part);
            }
        }

        return clean;
    }

    private static string Resolve(string config, List<string> parts, string what, string name)
    {
        (string bucket, string configName) = Split(config);
        if (parts.Count == 0)
        {
            return config;
        }

        if (parts[0] == "..")
        {
            StateErrors.BadName(what, name, "it leaves the folder of the configuration");
        }

        if (parts[0].Contains(':', StringComparison.Ordinal))
        {
            StateErrors.BadName(what, name, "a colon in the first part makes it an address of its own");
        }

        string joined = string.Join('/', parts);
        if (joined.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            StateErrors.BadName(what, name, "it has a question mark or a number sign");
        }

        if (joined.Any(char.IsControl))
        {
            StateErrors.BadName(what, name, "it has a control character");
        }

        return $"{Scheme}{bucket}/{configName[..(configName.LastIndexOf('/') + 1)]}{Unescape(joined, what, name)}";
    }

    private static string Unescape(string joined, string what, string name)
    {
        for (int at = joined.IndexOf('%', StringComparison.Ordinal); at >= 0; at = joined.IndexOf('%', at + 1))
        {
            if (at + 2 >= joined.Length || !char.IsAsciiHexDigit(joined[at + 1]) || !char.IsAsciiHexDigit(joined[at + 2]))
            {
                StateErrors.BadName(what, name, "it has a percent sign that begins no escape");
            }
        }

        string unescaped = Uri.UnescapeDataString(joined);
        if (unescaped.Split('/').Contains("..", StringComparer.Ordinal) || unescaped.Any(char.IsControl))
        {
            StateErrors.BadName(what, name, "its escapes hide a control character or a way out of the folder");
        }

        return unescaped;
    }
}
