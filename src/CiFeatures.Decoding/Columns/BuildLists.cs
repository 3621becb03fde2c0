using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Decoding.Columns;

/// <summary>TestGrid's rules for finding the builds of a job in a bucket.</summary>
public static class BuildLists
{
    private const string Scheme = "gs://";

    // Ids from here on all have 19 digits, so their order as texts is that of the numbers.
    private const long FirstOrdered = 1_000_000_000_000_000_000;

    /// <summary>The job and build of a build's path: its last but one and its last part.</summary>
    /// <param name="path">A path such as <c>gs://bucket/logs/job/12</c>, with a slash at its end or without.</param>
    /// <returns>Parts that the path does not have are empty.</returns>
    public static BuildKey Key(string path)
    {
        string[] parts = (path.StartsWith(Scheme, StringComparison.Ordinal) ? path[Scheme.Length..] : path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(parts.Length < 2 ? "" : parts[^2], parts.Length < 1 ? "" : parts[^1]);
    }

    /// <summary>Where a listing that is to show what is newer than a build has to begin.</summary>
    /// <param name="after">The path in the bucket of the newest build that is known, without the bucket; empty = none is.</param>
    /// <returns>The path to begin at. A number below 10¹⁸ gives the folder's "0", since such ids are not ordered as texts and all have to be listed.</returns>
    public static string StartOffset(string after)
    {
        string path = after.EndsWith('/') ? after[..^1] : after;
        if (path.Length == 0)
        {
            return "";
        }

        int slash = path.LastIndexOf('/');
        bool unordered = long.TryParse(path.AsSpan(slash + 1), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long id) && id < FirstOrdered;
        return (unordered ? path[..(slash + 1)] + "0" : path) + "/";
    }

    /// <summary>The builds of a listing, newest first.</summary>
    /// <param name="objects">The listing's folders and objects; what is neither a folder nor a link is left out.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="after">The path of the newest build that is known; it and all that come before it in natural order are left out. Empty = none is.</param>
    /// <exception cref="CiFeaturesException">A link does not name a folder of a bucket.</exception>
    public static IReadOnlyList<ListedBuild> From(IEnumerable<ListedObject> objects, string bucket, string after = "")
    {
        string known = Key(after).Build;
        List<ListedBuild> builds = [];
        foreach (ListedObject entry in objects)
        {
            string link = LinkMetadata.Target(entry.Metadata).Trim();
            if (link.Length > 0)
            {
                builds.Add(new(Target(link, entry.Name), Key(entry.Name).Build));
            }
            else if (entry.Prefix.Length > 0)
            {
                builds.Add(new($"{Scheme}{bucket}/{entry.Prefix}", Key(entry.Prefix).Build));
            }
        }

        return [.. NewestFirst(builds).TakeWhile(b => known.Length == 0 || NaturalOrder.Compare(b.Name, known) > 0)];
    }

    /// <summary>Puts builds in natural order of their names, newest first. Builds of the same name keep their order.</summary>
    /// <param name="builds">The builds.</param>
    public static IEnumerable<ListedBuild> NewestFirst(IEnumerable<ListedBuild> builds) => builds.OrderByDescending(b => b.Name, NaturalOrder.Ascending);

    private static string Target(string link, string place)
    {
        int slash = link.StartsWith(Scheme, StringComparison.Ordinal) ? link.IndexOf('/', Scheme.Length) : -1;
        if (slash <= Scheme.Length || slash == link.Length - 1 || link.AsSpan(Scheme.Length).IndexOfAny('?', '#') >= 0 || link.Split('/').Contains(".."))
        {
            ColumnErrors.BadLink(link, place);
        }

        return link.EndsWith('/') ? link : link + "/";
    }
}
