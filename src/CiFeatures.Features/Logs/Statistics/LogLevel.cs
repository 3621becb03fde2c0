namespace CiFeatures.Features.Logs.Statistics;

/// <summary>How grave a line of a log says it is.</summary>
public enum LogLevel
{
    /// <summary>The line names no level.</summary>
    None = 0,

    /// <summary>Debug or trace.</summary>
    Debug,

    /// <summary>Information.</summary>
    Info,

    /// <summary>Warning.</summary>
    Warning,

    /// <summary>Error.</summary>
    Error,

    /// <summary>Fatal, panic or critical.</summary>
    Fatal,
}
