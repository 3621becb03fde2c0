namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Classifies blocks of 64 bytes: bit i of a mask stands for byte i.</summary>
/// <remarks>Implementations are structures, so that the loops over them are compiled once for each with the calls inlined.</remarks>
internal interface IBlockMasks
{
    /// <summary>The classes that characters, words and lines are counted with.</summary>
    /// <param name="start">The first of 64 bytes.</param>
    /// <param name="newlines">Bytes that are a newline.</param>
    /// <param name="ink">Bytes that are not ASCII white space in Python's sense (9 to 13 and 28 to 32).</param>
    /// <param name="nonAscii">Bytes from 128.</param>
    static abstract void Text(ref readonly byte start, out ulong newlines, out ulong ink, out ulong nonAscii);

    /// <summary>The places that tell lines which have to be looked at from lines which name neither a level nor a time.</summary>
    /// <param name="start">The first of 67 bytes.</param>
    /// <param name="escapes">Escape bytes.</param>
    /// <param name="levels">Bytes from which a level's name may begin: all that begin one, and few others (see <see cref="LevelLetters"/>).</param>
    /// <param name="times">Colons with another three bytes behind, as in a time of day.</param>
    static abstract void Marks(ref readonly byte start, out ulong escapes, out ulong levels, out ulong times);

    /// <summary>The classes that levels and times of lines are found with.</summary>
    /// <param name="start">The first of 65 bytes.</param>
    static abstract HeadMasks Head(ref readonly byte start);

    /// <summary>Compares 64 bytes with 64 others.</summary>
    /// <param name="start">The first of the bytes.</param>
    /// <param name="other">The first of the others.</param>
    /// <param name="digits">Which of the bytes are ASCII digits.</param>
    /// <returns>Which are equal.</returns>
    static abstract ulong Equal(ref readonly byte start, ref readonly byte other, out ulong digits);
}
