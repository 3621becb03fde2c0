namespace CiFeatures.Collection.Replay.Prow;

/// <summary>The type that an upload of CI gives a file by its ending.</summary>
internal static class ContentTypes
{
    /// <summary>The type of a file.</summary>
    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".xml" => "application/xml",
        ".html" => "text/html; charset=utf-8",
        ".txt" or ".log" or ".yaml" => "text/plain; charset=utf-8",
        ".gz" or ".tgz" => "application/gzip",
        _ => Http.ReplayAnswer.Bytes,
    };
}
