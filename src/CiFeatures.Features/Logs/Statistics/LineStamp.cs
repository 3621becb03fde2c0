using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The time that a line says it was written at.</summary>
/// <param name="Ms">Milliseconds since 1970 UTC; those of the nominal year 2000 when the line gives no year.</param>
/// <param name="HasYear">Whether the line gives the year.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineStamp(long Ms, bool HasYear);
