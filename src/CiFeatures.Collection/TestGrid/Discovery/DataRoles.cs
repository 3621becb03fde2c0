namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>Judges by names what lists and objects of a script hold.</summary>
internal static class DataRoles
{
    private static readonly string[] DashboardEndings =
    [
        "dashboards", "dashboard", "dashboardnames", "dashboardlist", "dashboardslist", "dashboarddata", "dashboardsdata", "dashboardinfo", "dashboardinfos",
        "dashboardmap", "dashboardsmap", "dashboardsbyname", "dashboardarray", "dashboardsjson", "dashboardjson",
    ];

    private static readonly string[] Wrappers = ["items", "list", "data", "entries", "values", "results"];

    // Names of lists of named things that no dashboards are, as pages of test results have them.
    private static readonly string[] OtherThings =
    [
        "tab", "test", "user", "owner", "option", "template", "column", "header", "notification", "link", "metric", "font", "file", "menu", "event",
        "author", "param", "plugin", "flag", "theme", "route", "column", "build", "job", "row", "cookie", "locale", "language", "config",
    ];

    private enum Kind
    {
        None,
        One,
        Many,
        Groups,
    }

    /// <summary>The role of a list or object.</summary>
    /// <param name="isList">Whether it is a list.</param>
    /// <param name="key">The name under which it stands; null for an entry of a list.</param>
    /// <param name="parent">The role of what it lies in.</param>
    public static DataRole Of(bool isList, string? key, DataRole parent)
    {
        switch (key is null ? Kind.None : KindOf(Plain(key)))
        {
            case Kind.Groups:
                return DataRole.Groups;
            case Kind.Many:
                return isList ? DataRole.Dashboards : DataRole.DashboardsByName;
            case Kind.One when isList:
                return DataRole.Dashboards;
            case Kind.One when parent != DataRole.DashboardsByName:
                // The one dashboard that the page shows.
                return DataRole.Other;
            default:
                return Inherited(isList, key, parent);
        }
    }

    /// <summary>Whether a name speaks of something that cannot be dashboards.</summary>
    /// <param name="key">The name; null for none.</param>
    public static bool IsOtherThing(string? key)
    {
        string plain = key is null ? "" : Plain(key);
        return Array.Exists(OtherThings, word => plain.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a field holds its object's name.</summary>
    /// <param name="key">The field.</param>
    public static bool IsName(string key) => key == "name" || Plain(key) is "dashboardname" or "name";

    private static DataRole Inherited(bool isList, string? key, DataRole parent) => parent switch
    {
        DataRole.Dashboards when key is null && !isList => DataRole.Dashboard,
        DataRole.DashboardsByName when key is not null && !isList => DataRole.Dashboard,
        DataRole.DashboardsByName when key is not null && Array.IndexOf(Wrappers, Plain(key)) >= 0 => DataRole.Dashboards,
        DataRole.Groups when !isList => DataRole.Group,
        DataRole.Groups when key is not null => DataRole.Dashboards,
        _ => DataRole.Other,
    };

    private static Kind KindOf(string plain)
    {
        if (plain.Contains("dashboardgroup", StringComparison.Ordinal) || plain.Contains("dashboardsbygroup", StringComparison.Ordinal))
        {
            return Kind.Groups;
        }

        if (!Array.Exists(DashboardEndings, ending => plain.EndsWith(ending, StringComparison.Ordinal)))
        {
            return Kind.None;
        }

        return plain.EndsWith("dashboard", StringComparison.Ordinal) ? Kind.One : Kind.Many;
    }

    private static string Plain(string key) => string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));
}
