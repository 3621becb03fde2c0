using System.Runtime.Intrinsics;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Tables that tell by the low four bits of three letters in a row whether a level's name may begin with them.</summary>
/// <remarks>Each name has a bit, which its first three letters have in common: deb 1, tra 2, inf 4, war 8, err 16, fat 32, pan 64, cri 128.
/// Neither case nor the high bits matter, so some other letters pass; none of a name's is missed.</remarks>
internal static class LevelLetters
{
    /// <summary>Gets the names by their first letter: d, t, i, w, e, f, p, c.</summary>
    public static Vector128<byte> First => Vector128.Create((byte)64, 0, 0, 128, 1 | 2, 16, 32, 8, 0, 4, 0, 0, 0, 0, 0, 0);

    /// <summary>Gets the names by their second letter: e, r, n, a.</summary>
    public static Vector128<byte> Second => Vector128.Create((byte)0, 8 | 32 | 64, 2 | 16 | 128, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0);

    /// <summary>Gets the names by their third letter: b, a, f, r, t, n, i.</summary>
    public static Vector128<byte> Third => Vector128.Create((byte)0, 2, 1 | 8 | 16, 0, 32, 0, 4, 0, 0, 128, 0, 0, 0, 0, 64, 0);

    /// <summary>Tells whether a level's name may begin so.</summary>
    public static bool MayBegin(byte first, byte second, byte third) => (First[first & 0xF] & Second[second & 0xF] & Third[third & 0xF]) != 0;
}
