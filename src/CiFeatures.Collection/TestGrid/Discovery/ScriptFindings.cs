namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>What the scripts of a page say about dashboards.</summary>
internal sealed class ScriptFindings
{
    /// <summary>Names from data that speak of dashboards.</summary>
    public List<string> Dashboards { get; } = [];

    /// <summary>The names of the longest list of named things; the first of several that are as long.</summary>
    public List<string> LongestList { get; set; } = [];

    /// <summary>Whether a list of dashboards was begun and not ended.</summary>
    public bool CutOff { get; set; }
}
