namespace CiFeatures.Decoding.Api;

/// <summary>The columns of a headers answer as read, newest first; all lists have one entry for each.</summary>
internal sealed class ApiColumns
{
    public List<string> Builds { get; } = [];

    public List<string> Names { get; } = [];

    public List<string> HotlistIds { get; } = [];

    /// <summary>Start times in milliseconds since 1970 UTC; 0 = not known.</summary>
    public List<long> TimesMs { get; } = [];

    /// <summary>The values of the custom headers, column by column; the lists may have different lengths.</summary>
    public List<List<string>?> Extras { get; } = [];

    public int Count => Builds.Count;

    public void Clear()
    {
        Builds.Clear();
        Names.Clear();
        HotlistIds.Clear();
        TimesMs.Clear();
        Extras.Clear();
    }
}
