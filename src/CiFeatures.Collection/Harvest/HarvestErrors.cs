namespace CiFeatures.Collection.Harvest;

/// <summary>The codes of bodies that are not what was wanted; the others are those of their readers.</summary>
internal static class HarvestErrors
{
    /// <summary>A web page came in the place of an answer.</summary>
    public const string WebPage = "CIF1235";
}
