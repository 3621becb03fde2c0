namespace CiFeatures.Features.Logs.Failures;

/// <summary>What <see cref="FailingLineFinder.Find"/> found in a failing build's log.</summary>
/// <param name="Lines">The lines that explain the failure, in the order of the log; empty when there are none.</param>
/// <param name="Context">Lines near them, in the order of the log; none of them is in <paramref name="Lines"/>.</param>
/// <param name="TotalLines">How many lines the log has; 0 for an empty log.</param>
/// <param name="PassingLogs">How many passing logs were compared with.</param>
/// <param name="Top">The line to show where only one fits: the one with the highest score among those that speak of failure themselves; null when there is none.</param>
/// <param name="LeftOut">How many lines that might explain the failure were left out to keep memory bounded; nearly always 0.</param>
public sealed record FailingLineReport(IReadOnlyList<FailingLine> Lines, IReadOnlyList<FailingLine> Context, FailingLine? Top, long TotalLines, int PassingLogs, long LeftOut)
{
    /// <summary>The text of <see cref="Top"/> without time stamps, numbers and ids, so that equal failures of different builds have equal texts;
    /// null when there is none. Numbers and hexadecimal ids are <c>#</c>.</summary>
    public string? TopTemplate => Top is { } top ? FailingLineFinder.Template(top.Text) : null;
}
