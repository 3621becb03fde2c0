namespace CiFeatures.Core.Grids;

/// <summary>Parts of a test's name.</summary>
public static class TestNames
{
    /// <summary>The suite: what stands before the first dot, when that part has no blank or bracket.</summary>
    /// <param name="name">A name such as "openshift-tests.[sig-storage] In-tree Volumes".</param>
    /// <returns>The suite, or null when the name has no such part.</returns>
    public static string? Suite(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 || name.AsSpan(0, dot).IndexOfAny(" \t[]") >= 0 ? null : name[..dot];
    }

    /// <summary>The first tag of a special interest group.</summary>
    /// <param name="name">A name such as "openshift-tests.[sig-storage] In-tree Volumes".</param>
    /// <returns>The tag without brackets, such as "sig-storage", or null when there is none.</returns>
    public static string? Sig(string name)
    {
        int open = name.IndexOf("[sig-", StringComparison.Ordinal);
        int close = open < 0 ? -1 : name.IndexOf(']', open);
        return close < 0 ? null : name[(open + 1)..close];
    }
}
