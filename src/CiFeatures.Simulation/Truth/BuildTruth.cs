namespace CiFeatures.Simulation.Truth;

/// <summary>The truth about one simulated build.</summary>
public sealed record BuildTruth
{
    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>The build's id.</summary>
    public required string Build { get; init; }

    /// <summary><c>passed</c>, <c>failed</c> or <c>running</c>.</summary>
    public required string Result { get; init; }

    /// <summary>What went wrong with the run as a whole.</summary>
    public required IncidentKind Incident { get; init; }

    /// <summary>Lines of the build log; 0 where there is none.</summary>
    public required int LogLines { get; init; }

    /// <summary>Which of them explain the failure, 1-based, in order; empty when the build did not fail.</summary>
    public required IReadOnlyList<LogLineTruth> Explanations { get; init; }
}

/// <summary>One line of a build log that explains the failure.</summary>
/// <param name="Line">Its number, 1-based.</param>
/// <param name="Reason">What it is about: <c>configuration</c>, <c>lease</c>, <c>installation</c>, <c>infrastructure</c>, <c>test</c>, <c>step</c>, <c>time_limit</c> or <c>cleanup</c>.</param>
public sealed record LogLineTruth(int Line, string Reason);
