using System.Runtime.Intrinsics;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Chooses the compiled form that goes with a width of registers.</summary>
internal static class ScanPaths
{
    /// <summary>Gets the widest that this processor has.</summary>
    public static ScanPath Widest =>
        Vector512.IsHardwareAccelerated ? ScanPath.Vector512
        : Vector256.IsHardwareAccelerated ? ScanPath.Vector256
        : Vector128.IsHardwareAccelerated ? ScanPath.Vector128
        : ScanPath.Scalar;

    /// <summary>Counts a piece of text; see <see cref="TextCounter.Add{TMasks}"/>.</summary>
    public static int Count(TextCounter counter, ReadOnlySpan<byte> text, Span<int> newlines, ScanPath path = ScanPath.Widest) => (path == ScanPath.Widest ? Widest : path) switch
    {
        ScanPath.Vector512 => counter.Add<Vector512Masks>(text, newlines),
        ScanPath.Vector256 => counter.Add<Vector256Masks>(text, newlines),
        ScanPath.Vector128 => counter.Add<Vector128Masks>(text, newlines),
        _ => counter.Add<ScalarMasks>(text, newlines),
    };
}
