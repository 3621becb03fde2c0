namespace CiFeatures.Collection.Replay.Faults;

/// <summary>The ways in which a replayed answer can go wrong.</summary>
public enum ReplayFaultKind
{
    /// <summary>Another status than the good one, such as 503; 429 and 503 say when to come again.</summary>
    Status,

    /// <summary>The connection is reset before any byte of the answer.</summary>
    Reset,

    /// <summary>The answer says how long it is, and the connection ends in order half-way.</summary>
    Truncate,

    /// <summary>The answer says how long it is, and the connection is reset at some place in the middle of the body.</summary>
    Break,

    /// <summary>The answer begins, stops at some place in the middle of the body, and nothing more comes until the client gives up.</summary>
    Stall,

    /// <summary>The body comes in single bytes for a while, then goes on to its good end.</summary>
    Slow,
}
