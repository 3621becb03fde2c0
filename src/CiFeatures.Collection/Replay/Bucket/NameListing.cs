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
    /// <param name="sorted">All names in <see cref="Order"/>, each once.</param>
    /// <param name="listing">What is asked for.</param>
    public static BucketPage Page(string[] sorted, BucketListing listing)
    {
        List<string> names = [];
        List<string> prefixes = [];
        string last = "";
        for (int i = First(sorted, listing.Prefix); i < sorted.Length && sorted[i].StartsWith(listing.Prefix, StringComparison.Ordinal); i++)
        {
            int cut = listing.Delimiter.Length == 0 ? -1 : sorted[i].IndexOf(listing.Delimiter, listing.Prefix.Length, StringComparison.Ordinal);
            string entry = cut < 0 ? sorted[i] : sorted[i][..(cut + listing.Delimiter.Length)];
            List<string> list = cut < 0 ? names : prefixes;
            bool isKnown = cut >= 0 && prefixes.Count > 0 && string.Equals(prefixes[^1], entry, StringComparison.Ordinal);
            if (isKnown || (listing.After.Length > 0 && Order.Compare(entry, listing.After) <= 0))
            {
                continue;
            }

            if (names.Count + prefixes.Count == listing.Most)
            {
                return new BucketPage(names, prefixes, last);
            }

            list.Add(entry);
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
