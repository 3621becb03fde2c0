namespace CiFeatures.Core.Errors;

/// <summary>The sort of a failure. Each value is the exit code of the command line.</summary>
public enum ErrorKind
{
    /// <summary>A fault of the program itself.</summary>
    Unexpected = 1,

    /// <summary>The command was called in a way it does not understand.</summary>
    Usage = 2,

    /// <summary>Input data or configuration is not valid.</summary>
    BadInput = 3,

    /// <summary>A source did not answer after all retries.</summary>
    SourceUnavailable = 4,

    /// <summary>Finished, but some items were skipped; they are listed.</summary>
    ItemsSkipped = 5,

    /// <summary>A quality gate failed.</summary>
    GateFailed = 6,

    /// <summary>Stored bytes are not the bytes that were written.</summary>
    Integrity = 7,
}
