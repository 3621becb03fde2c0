using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>A time found in a line.</summary>
/// <param name="At">Where <c>hh:mm:ss</c> begins.</param>
/// <param name="End">Where it ends, a fraction included.</param>
/// <param name="Lookahead">How many bytes behind that tell whether there is a zone, and which.</param>
/// <param name="DayMs">The day's beginning, in UTC, as milliseconds since 1970.</param>
/// <param name="Ms">The time of day with its fraction, in milliseconds.</param>
/// <param name="HasYear">Whether the line gives the year.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundTime(int At, int End, int Lookahead, long DayMs, int Ms, bool HasYear)
{
    /// <summary>Gets the time itself.</summary>
    public LineStamp Stamp => new(DayMs + Ms, HasYear);

    /// <summary>Moves the places, for the same line with more bytes in front and between.</summary>
    public FoundTime Moved(int at, int end) => this with { At = at, End = end };
}
