namespace CiFeatures.Core.Grids;

/// <summary>Facts about the status codes: name, severity and class (TestGrid's <c>internal/result</c>).</summary>
public static class CellStatuses
{
    /// <summary>How many codes there are; codes run from 0 to 15.</summary>
    public const int Count = 16;

    // Severity by code. It is not the order of the codes: a TIMED_OUT (9) is milder than a BUILD_FAIL (11),
    // a BUILD_PASSED (15) is the mildest of all.
    private static ReadOnlySpan<byte> Severities => [0, 2, 4, 3, 5, 6, 7, 8, 9, 12, 13, 14, 15, 10, 11, 1];

    private static ReadOnlySpan<byte> Classes =>
    [
        (byte)StatusClass.Empty, (byte)StatusClass.Pass, (byte)StatusClass.Pass, (byte)StatusClass.Pass,
        (byte)StatusClass.Running, (byte)StatusClass.Unknown, (byte)StatusClass.Unknown, (byte)StatusClass.Unknown,
        (byte)StatusClass.Unknown, (byte)StatusClass.Fail, (byte)StatusClass.Fail, (byte)StatusClass.Fail,
        (byte)StatusClass.Fail, (byte)StatusClass.Flaky, (byte)StatusClass.Fail, (byte)StatusClass.Pass,
    ];

    private static readonly string[] Names =
    [
        "NO_RESULT", "PASS", "PASS_WITH_ERRORS", "PASS_WITH_SKIPS", "RUNNING", "CATEGORIZED_ABORT", "UNKNOWN", "CANCEL",
        "BLOCKED", "TIMED_OUT", "CATEGORIZED_FAIL", "BUILD_FAIL", "FAIL", "FLAKY", "TOOL_FAIL", "BUILD_PASSED",
    ];

    /// <summary>How bad a status is, from 0 (blank) to 15 (fail). A code outside 0 to 15 has severity 0.</summary>
    /// <param name="status">The status.</param>
    public static int Severity(CellStatus status) => (uint)status < Count ? Severities[(int)status] : 0;

    /// <summary>The class of a status. A code outside 0 to 15 is <see cref="StatusClass.Unknown"/>.</summary>
    /// <param name="status">The status.</param>
    public static StatusClass Class(CellStatus status) =>
        (uint)status < Count ? (StatusClass)Classes[(int)status] : StatusClass.Unknown;

    /// <summary>Whether a status counts as passing (severity 1 to 4).</summary>
    /// <param name="status">The status.</param>
    public static bool IsPassing(CellStatus status) => Class(status) == StatusClass.Pass && (uint)status < Count;

    /// <summary>Whether a status counts as failing (severity 11 to 15).</summary>
    /// <param name="status">The status.</param>
    public static bool IsFailing(CellStatus status) => Class(status) == StatusClass.Fail;

    /// <summary>The name as TestGrid publishes it, such as <c>PASS_WITH_SKIPS</c>; a code outside 0 to 15 gives its number.</summary>
    /// <param name="status">The status.</param>
    public static string Name(CellStatus status) =>
        (uint)status < Count ? Names[(int)status] : ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Finds a status by its published name.</summary>
    /// <param name="name">A name such as <c>TIMED_OUT</c>; case matters.</param>
    /// <param name="status">The status, or <see cref="CellStatus.NoResult"/> when there is none of that name.</param>
    /// <returns>Whether there is a status of that name.</returns>
    public static bool TryParse(string name, out CellStatus status)
    {
        int index = Array.IndexOf(Names, name);
        status = index < 0 ? CellStatus.NoResult : (CellStatus)index;
        return index >= 0;
    }
}
