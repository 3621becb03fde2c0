namespace CiFeatures.Features.Logs.Failures;

/// <summary>Decides which lines that pass through the window are kept: those that may be reported, and the lines near them.</summary>
internal sealed class Retention(KeptLines kept, int context)
{
    private long _lastKept;
    private long _contextUntil;

    /// <summary>Takes the judged line of a window.</summary>
    public void Take(LineWindow window, ulong features, bool candidate)
    {
        TracedLine line = window.Current!;
        if (candidate)
        {
            for (int offset = -context; offset < 0; offset++)
            {
                if (window.At(offset) is { } above && above.Number > _lastKept)
                {
                    Keep(above, 0, candidate: false);
                }
            }

            Keep(line, features, candidate: true);
            _contextUntil = line.Number + context;
        }
        else if (line.Number <= _contextUntil)
        {
            Keep(line, features, candidate: false);
        }
    }

    private void Keep(TracedLine line, ulong features, bool candidate)
    {
        kept.Add(new KeptLine(line.Number, line.Text.All.ToString(), features, candidate));
        _lastKept = line.Number;
    }
}
