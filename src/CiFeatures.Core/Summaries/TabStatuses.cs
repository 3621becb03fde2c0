namespace CiFeatures.Core.Summaries;

/// <summary>The texts under which overall statuses are published.</summary>
public static class TabStatuses
{
    /// <summary>The text of a status, such as <c>PASSING</c>; empty for <see cref="TabStatus.NotSet"/> and <see cref="TabStatus.Unknown"/>, as published.</summary>
    /// <param name="status">The status.</param>
    public static string Name(TabStatus status) => status switch
    {
        TabStatus.Pass => "PASSING",
        TabStatus.Fail => "FAILING",
        TabStatus.Flaky => "FLAKY",
        TabStatus.Stale => "STALE",
        TabStatus.Broken => "BROKEN",
        TabStatus.Pending => "PENDING",
        TabStatus.Acceptable => "ACCEPTABLE",
        _ => "",
    };

    /// <summary>Finds a status by its published text.</summary>
    /// <param name="name">A text such as <c>FLAKY</c>; case matters. The empty text is <see cref="TabStatus.Unknown"/>.</param>
    /// <param name="status">The status, or <see cref="TabStatus.NotSet"/> when there is none of that text.</param>
    /// <returns>Whether there is a status of that text.</returns>
    public static bool TryParse(string name, out TabStatus status)
    {
        status = name switch
        {
            "PASSING" => TabStatus.Pass,
            "FAILING" => TabStatus.Fail,
            "FLAKY" => TabStatus.Flaky,
            "STALE" => TabStatus.Stale,
            "BROKEN" => TabStatus.Broken,
            "PENDING" => TabStatus.Pending,
            "ACCEPTABLE" => TabStatus.Acceptable,
            "" => TabStatus.Unknown,
            _ => TabStatus.NotSet,
        };
        return status != TabStatus.NotSet;
    }
}
