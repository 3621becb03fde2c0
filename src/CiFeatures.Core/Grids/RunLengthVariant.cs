namespace CiFeatures.Core.Grids;

/// <summary>The two rules by which TestGrid's own programs read flat (value, count) pairs; they differ on lists of odd length.</summary>
public enum RunLengthVariant
{
    /// <summary>The summarizer's and updater's rule: a value without a count at the end is dropped, the pairs before it count.</summary>
    Summarizer,

    /// <summary>The v1 API's rule: a list of odd length holds no cells at all.</summary>
    Api,
}
