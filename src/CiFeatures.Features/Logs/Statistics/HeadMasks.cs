using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>What is where in 64 bytes of a line; bit i of a mask stands for byte i.</summary>
/// <param name="Word">ASCII letters, digits and underscores.</param>
/// <param name="Digits">ASCII digits.</param>
/// <param name="Colons">Colons.</param>
/// <param name="LevelStarts">Bytes that begin a level's name together with the next, such as <c>er</c>, in either case.</param>
/// <param name="Escapes">Escape bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeadMasks(ulong Word, ulong Digits, ulong Colons, ulong LevelStarts, ulong Escapes)
{
    /// <summary>Gets where <c>dd:dd:dd</c> begins, as far as the pattern lies within the 64 bytes.</summary>
    public ulong TimesOfDay =>
        Digits & (Digits >> 1) & (Colons >> 2) & (Digits >> 3) & (Digits >> 4) & (Colons >> 5) & (Digits >> 6) & (Digits >> 7);
}
