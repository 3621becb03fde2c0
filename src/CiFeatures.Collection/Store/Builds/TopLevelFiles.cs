namespace CiFeatures.Collection.Store.Builds;

/// <summary>Files at the top of every build's folder.</summary>
internal static class TopLevelFiles
{
    public const string Started = "started.json";
    public const string Finished = "finished.json";
    public const string ProwJob = "prowjob.json";
}
