namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>What of a page can name dashboards.</summary>
internal sealed class PageParts
{
    /// <summary>How many tags the page has.</summary>
    public int Tags { get; set; }

    /// <summary>The texts of the scripts, in the page's order.</summary>
    public List<string> Scripts { get; } = [];

    /// <summary>Names of pages beside this one that a link's text repeats.</summary>
    public List<string> Links { get; } = [];
}
