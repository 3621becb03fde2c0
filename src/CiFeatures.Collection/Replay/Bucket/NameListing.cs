namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>Lists names as a bucket does: in the order of their UTF-8 bytes, page by page, folders drawn together.</summary>
internal static class NameListing
{
    /// <summary>The order of names in a bucket.</summary>
    /// <remarks>UTF-16 orders characters beyond the basic plane before some of it, UTF-8 does not.</remarks>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((a, b) =>
    {
        int length = Math.Min(a.Length, b.Length);
        for (int i = 0; i < length; i++)
        {
            if (a[i] != b[i])
            {
                bool surrogates = char.IsSurrogate(a[i]) != char.IsSurrogate(b[i]);
                return surrogates ? (char.IsSurrogate(a[i]) ? 1 : -1) : a[i].CompareTo(b[i]);
            }
        }

        return a.Length.CompareTo(b.Length);
    });

    /// <summary>A page of a listing.</summary>
    /// <param name="sorted">All names in <see cref="Order"/>, each once; one that ends in a slash is a folder and shown as such only.</param>
    /// <param name="listing">What is asked for.</param>
    public static BucketPage Page(string[] sorted, BucketListing listing)
    {
        List<string> names = [];
        List<string> prefixes = [];
        string last = "";
        int first = Math.Max(First(sorted, listing.Prefix), Math.Max(First(sorted, listing.From), First(sorted, listing.After)));
        for (int i = first; i < sorted.Length && sorted[i].StartsWith(listing.Prefix, StringComparison.Ordinal); i++)
        {
            if (listing.Before.Length > 0 && Order.Compare(sorted[i], listing.Before) >= 0)
            {
                break;
            }

            int cut = listing.Delimiter.Length == 0 ? -1 : sorted[i].IndexOf(listing.Delimiter, listing.Prefix.Length, StringComparison.Ordinal);
            string entry = cut < 0 ? sorted[i] : sorted[i][..(cut + listing.Delimiter.Length)];
            bool isShown = cut < 0 ? entry[^1] != '/' : prefixes.Count == 0 || !string.Equals(prefixes[^1], entry, StringComparison.Ordinal);
            if (!isShown || (listing.After.Length > 0 && Order.Compare(entry, listing.After) <= 0))
            {
                continue;
            }

            if (names.Count + prefixes.Count == listing.Most)
            {
                return new BucketPage(names, prefixes, last);
            }

            (cut < 0 ? names : prefixes).Add(entry);
            last = entry;
        }

        return new BucketPage(names, prefixes, null);
    }

    private static int First(string[] sorted, string prefix)
    {
        int at = Array.BinarySearch(sorted, prefix, Order);
        return at < 0 ? ~at : at;
    }
}
