using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Benchmarks.Logs;

/// <summary>Characters, words and lines only, with the widest registers of this machine; an item is a line.</summary>
internal sealed class LogCountsWork(byte[] log) : IThroughputWork
{
    private const int PieceBytes = 1 << 14;

    private readonly int[] _newlines = new int[PieceBytes];

    public long Bytes => log.Length;

    public long Run()
    {
        var text = new TextCounter();
        for (int at = 0; at < log.Length; at += PieceBytes)
        {
            ScanPaths.Count(text, log.AsSpan(at, Math.Min(PieceBytes, log.Length - at)), _newlines);
        }

        text.Finish();
        return text.Newlines;
    }
}
