namespace CiFeatures.Features.Logs.Failures;

/// <summary>The last lines of a log, so that each line can be judged by those above and below it with memory for a few lines only.</summary>
internal sealed class LineWindow
{
    /// <summary>How many lines below a line are looked at.</summary>
    public const int Ahead = 12;

    // Blank lines are not counted as neighbours, so more lines are kept than neighbours are looked at.
    private const int Reach = 3;
    private const int NeighbourReach = 6;
    private readonly TracedLine[] _ring;
    private long _count;

    /// <summary>Makes an empty window.</summary>
    /// <param name="behind">How many lines above the judged one are kept at least.</param>
    public LineWindow(int behind)
    {
        _ring = new TracedLine[Math.Max(behind, Ahead) + Ahead + 2];
        for (int i = 0; i < _ring.Length; i++)
        {
            _ring[i] = new TracedLine();
        }
    }

    /// <summary>The line that is to be judged now: <see cref="Ahead"/> lines above the newest, or null at the start.</summary>
    public TracedLine? Current => At(0);

    /// <summary>Gives the place for the next line, which is the newest from then on.</summary>
    public TracedLine Push() => _ring[_count++ % _ring.Length];

    /// <summary>Gives a line near the judged one.</summary>
    /// <param name="offset">Lines below it; negative: above.</param>
    public TracedLine? At(int offset)
    {
        long index = _count - 1 - Ahead + offset;
        if (index < 0 || index >= _count || index <= _count - 1 - _ring.Length)
        {
            return null;
        }

        TracedLine line = _ring[index % _ring.Length];
        return line.Number == 0 ? null : line;
    }

    /// <summary>go test -v prints what a test says before it prints that the test failed: puts the judged line into the block of the failed test below it, where there is one.</summary>
    public void JoinFailedTestBelow()
    {
        TracedLine line = Current!;
        if (line.Text.Indent == 0 || line.InBlock || line.IsBlank)
        {
            return;
        }

        for (int offset = 1; offset <= Ahead && At(offset) is { IsBlank: false } below; offset++)
        {
            if (below.Text.Indent < line.Text.Indent)
            {
                bool failed = (below.Kinds & LineKinds.FailedTest) != LineKinds.None;
                line.InBlock = line.InStrongBlock = failed;
                line.InNovelBlock = failed && below.IsNovel;
                return;
            }
        }
    }

    /// <summary>Gives the features of the judged line, all but those that depend on the log's length.</summary>
    public ulong Features(bool compared)
    {
        TracedLine line = Current!;
        LineKinds kinds = line.Kinds;
        ulong bits = Bit(LineFeature.Always);
        for (int i = 0; i < (int)LineFeature.ZeroCount; i++)
        {
            bits |= ((ulong)kinds & OwnKinds[i]) != 0 ? 1UL << (i + 1) : 0;
        }

        (bool nearAbove, bool above, bool novelAbove) = Neighbours(-1);
        (bool nearBelow, bool below, bool novelBelow) = Neighbours(1);
        bits |= When(compared && line.IsNovel, LineFeature.Novel);
        bits |= When(compared && line.IsNovel && line.IsError, LineFeature.NovelError);
        bits |= When(compared && !line.IsNovel && line.IsError, LineFeature.KnownError);
        bits |= When(line.InBlock, LineFeature.InBlock);
        bits |= When(line.InNovelBlock, LineFeature.InNovelBlock);
        bits |= When(line.InStrongBlock, LineFeature.InStrongBlock);
        bits |= When(line.InErrorRun, LineFeature.InErrorRun);
        bits |= When(nearAbove, LineFeature.AboveHot);
        bits |= When(nearBelow, LineFeature.BelowHot);
        bits |= When(above && below, LineFeature.BetweenHot);
        bits |= When(line.IsNovel && (nearAbove || nearBelow || (above && below)), LineFeature.NovelBesideHot);
        bits |= When(compared && line.IsNovel && novelAbove && novelBelow, LineFeature.InNovelRun);
        return bits;
    }

    // In the order of LineFeature.ErrorLevel and those that follow it.
    private static readonly ulong[] OwnKinds =
    [
        (ulong)LineKinds.ErrorLevel, (ulong)LineKinds.WarningLevel, (ulong)LineKinds.InfoLevel, (ulong)LineKinds.FailureWord, (ulong)LineKinds.ReasonPhrase, (ulong)LineKinds.Exception, (ulong)LineKinds.Frame,
        (ulong)LineKinds.Cause, (ulong)LineKinds.Diagnostic, (ulong)LineKinds.FailedTest, (ulong)LineKinds.Verdict, (ulong)LineKinds.Echo, (ulong)LineKinds.Success, (ulong)LineKinds.Wordless, (ulong)LineKinds.ZeroCount,
    ];

    private (bool Near, bool Any, bool Novel) Neighbours(int step)
    {
        bool near = false;
        bool any = false;
        bool novel = false;
        int seen = 0;
        for (int offset = step; seen < Reach && Math.Abs(offset) <= NeighbourReach && At(offset) is { } line; offset += step)
        {
            if (line.IsBlank)
            {
                continue;
            }

            near |= seen == 0 && line.IsHot;
            novel |= seen == 0 && line.IsNovel;
            any |= line.IsHot;
            seen++;
        }

        return (near, any, novel);
    }

    private static ulong Bit(LineFeature feature) => 1UL << (int)feature;

    private static ulong When(bool holds, LineFeature feature) => holds ? Bit(feature) : 0;
}
