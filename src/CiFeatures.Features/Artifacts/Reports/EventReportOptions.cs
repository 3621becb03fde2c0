namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>How events are counted.</summary>
public sealed record EventReportOptions
{
    /// <summary>Whether messages are counted with their variants masked.</summary>
    /// <value>Default: false.</value>
    public bool Normalised { get; init; }

    /// <summary>How long a period is; one that divides a day.</summary>
    /// <value>Default: one day.</value>
    public TimeSpan Period { get; init; } = TimeSpan.FromDays(1);
}
