namespace CiFeatures.Core.Errors;

/// <summary>One thing in an answer that was repaired or left out while the rest was kept.</summary>
/// <param name="Code">Stable code, such as <c>CIF1105</c>; <c>docs/errors.md</c> has a section for each.</param>
/// <param name="Repair">What was done about it.</param>
/// <param name="Dashboard">The dashboard of the answer.</param>
/// <param name="Job">The job of the answer.</param>
/// <param name="Test">The name of the row, or empty where the issue is not in a row.</param>
/// <param name="Position">Where inside the row or answer: "run 12", "pair 3 of statuses", "byte 4711".</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record DecodeIssue(string Code, DecodeRepair Repair, string Dashboard, string Job, string Test, string Position, string Message)
{
    /// <summary>One line for a person: place first, then what was found and what was done.</summary>
    public override string ToString()
    {
        string test = Test.Length == 0 ? "" : $" / {Test}";
        return $"{Code} {Dashboard} / {Job}{test} at {Position}: {Message} ({Repair})";
    }
}
