using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>White space as Python's <c>str.split()</c> and <c>str.isspace()</c> know it: Unicode's, and the separators U+001C to U+001F.</summary>
internal static class PythonSpace
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(int codePoint) => codePoint < 128
        ? codePoint is (>= 9 and <= 13) or (>= 28 and <= 32)
        : codePoint is 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;
}
