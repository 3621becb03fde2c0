using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Times in a row that have no year and are of one day, in milliseconds of the nominal year.</summary>
/// <param name="Day">The day, counted from 1970.</param>
/// <param name="FirstMs">The first time.</param>
/// <param name="LastMs">The last time, which may be earlier.</param>
/// <param name="GapMs">The longest time from one to the next; -1 where there is one only.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DayRun(long Day, long FirstMs, long LastMs, long GapMs);
