namespace CiFeatures.Collection.Replay;

/// <summary>What a server has done so far.</summary>
public sealed record ReplayCounters
{
    /// <summary>Requests whose answer is complete or was cut by a fault.</summary>
    public required long Requests { get; init; }

    /// <summary>Bytes of bodies that were sent.</summary>
    public required long Bytes { get; init; }

    /// <summary>Requests that met a fault.</summary>
    public required long Faults { get; init; }

    /// <summary>Answers with status 304.</summary>
    public required long NotModified { get; init; }

    /// <summary>Requests that could not be answered because a stored file is damaged or missing.</summary>
    public required long Errors { get; init; }

    /// <summary>The most requests that were in flight at the same time.</summary>
    public required int MostInFlight { get; init; }
}
