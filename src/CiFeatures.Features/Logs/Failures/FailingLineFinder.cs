namespace CiFeatures.Features.Logs.Failures;

/// <summary>Finds the lines of a failing build's log that explain why it failed, with or without logs of passing builds of the same job.
/// Memory does not grow with the failing log; of passing logs a hash of each different line template is kept.</summary>
/// <remarks>Not safe for several threads. The model and how it was fitted: <c>docs/guide/failing-lines.md</c>.</remarks>
public sealed class FailingLineFinder
{
    // Where no line is above the threshold, weaker ones down to this score are better than nothing.
    private const double WeakScore = 0.1;
    private const int MaxWeakLines = 20;

    // The last tenth of a log, and the last lines of a short one, count as its end.
    private const int LateShare = 10;
    private const int LateLines = 60;

    private const ulong Speaking = (1UL << (int)LineFeature.ErrorLevel) | (1UL << (int)LineFeature.FailureWord) | (1UL << (int)LineFeature.Exception) | (1UL << (int)LineFeature.Diagnostic) | (1UL << (int)LineFeature.FailedTest);

    private readonly FailingLineOptions _options;
    private readonly PassingTemplates _passing;
    private readonly FailureModel? _model;
    private int _passingLogs;

    /// <summary>Begins without passing logs.</summary>
    /// <param name="options">What to keep; null for the defaults.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1350: an option is out of its range.</exception>
    public FailingLineFinder(FailingLineOptions? options = null)
        : this(options, null)
    {
    }

    internal FailingLineFinder(FailingLineOptions? options, FailureModel? model)
    {
        _options = options ?? new FailingLineOptions();
        _options.Validate();
        _passing = new PassingTemplates(_options.MaxPassingTemplates);
        _model = model;
    }

    /// <summary>Adds the log of a build of the same job that passed. Lines that it has too are hardly the reason of a failure.</summary>
    /// <param name="log">The decompressed bytes, read to the end.</param>
    public void AddPassing(Stream log)
    {
        ArgumentNullException.ThrowIfNull(log);
        _passing.Add(log, _options.MaxLineBytes);
        _passingLogs++;
    }

    /// <summary>Finds the lines that explain a failure.</summary>
    /// <param name="log">The decompressed bytes of the failing build's log, read once to the end.</param>
    /// <returns>The lines with their numbers and scores. The same logs give the same lines.</returns>
    public FailingLineReport Find(Stream log)
    {
        ArgumentNullException.ThrowIfNull(log);
        FailureModel model = _model ?? ShippedModels.For(_passing.Any);
        var kept = new KeptLines(_options.MaxKeptChars);
        var retention = new Retention(kept, _options.ContextLines);
        long total = Trace(log, (window, features) => retention.Take(window, features, MayReport(model, window.Current!, features)));
        return Report(model, kept, total);
    }

    /// <summary>Gives a line without time stamps, terminal escapes, numbers and ids, as <see cref="FailingLineReport.TopTemplate"/> has it.</summary>
    /// <param name="text">A line of a log.</param>
    public static string Template(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new LineText();
        line.Set(System.Text.Encoding.UTF8.GetBytes(text));
        return LineTemplate.Text(line.Content);
    }

    /// <summary>Walks over a log and gives each line with its features, all but <see cref="LineFeature.Late"/>.</summary>
    /// <returns>How many lines the log has.</returns>
    internal long Trace(Stream log, Action<LineWindow, ulong> visit)
    {
        var window = new LineWindow(_options.ContextLines);
        var blocks = new BlockTracker();
        bool compared = _passing.Any;
        using var lines = new LogLineReader(log, _options.MaxLineBytes);
        while (lines.TryRead(out ReadOnlySpan<byte> bytes))
        {
            TracedLine line = window.Push();
            line.Set(lines.Number, bytes);
            line.IsNovel = !line.IsBlank && !(compared && _passing.Contains(LineTemplate.Hash(line.Text.Content)));
            blocks.Follow(line);
            Visit(window, compared, visit);
        }

        for (int i = 0; i < LineWindow.Ahead; i++)
        {
            window.Push().Clear();
            Visit(window, compared, visit);
        }

        return lines.Number;
    }

    /// <summary>Adds the feature that depends on how long the log is.</summary>
    internal static ulong Complete(ulong features, long line, long total) =>
        line > total - Math.Max(LateLines, total / LateShare) ? features | (1UL << (int)LineFeature.Late) : features;

    private static void Visit(LineWindow window, bool compared, Action<LineWindow, ulong> visit)
    {
        if (window.Current is { } line)
        {
            window.JoinFailedTestBelow();
            visit(window, line.IsBlank ? 0 : window.Features(compared));
        }
    }

    private static bool MayReport(FailureModel model, TracedLine line, ulong features) =>
        !line.IsBlank && (line.IsNovel || line.InNovelBlock || line.InErrorRun)
        && Math.Max(model.Score(features), model.Score(Complete(features, 1, 1))) >= Math.Min(model.Threshold, WeakScore);

    private FailingLineReport Report(FailureModel model, KeptLines kept, long total)
    {
        KeptLine[] all = [.. kept.All()];
        double[] scores = [.. all.Select(line => line.IsCandidate ? model.Score(Complete(line.Features, line.Number, total)) : 0)];
        double threshold = model.Threshold;
        if (!scores.Any(score => score >= threshold))
        {
            double[] weak = [.. scores.Where(score => score >= WeakScore).Order()];
            threshold = weak.Length == 0 ? 1 : weak[Math.Max(0, weak.Length - MaxWeakLines)];
        }

        List<FailingLine> lines = [];
        List<FailingLine> context = [];
        FailingLine? top = null;
        bool topSpeaks = false;
        for (int i = 0; i < all.Length; i++)
        {
            var line = new FailingLine(all[i].Number, all[i].Text, Math.Round(scores[i], 4));
            if (scores[i] < threshold)
            {
                context.Add(line);
                continue;
            }

            lines.Add(line);
            bool speaks = (all[i].Features & Speaking) != 0;
            if (top is null || (speaks == topSpeaks ? line.Score > top.Score : speaks))
            {
                (top, topSpeaks) = (line, speaks);
            }
        }

        return new FailingLineReport(lines, Near(lines, context), top, total, _passingLogs, kept.Dropped);
    }

    private List<FailingLine> Near(List<FailingLine> lines, List<FailingLine> others)
    {
        List<FailingLine> near = [];
        int next = 0;
        foreach (FailingLine other in others)
        {
            while (next < lines.Count && lines[next].Line + _options.ContextLines < other.Line)
            {
                next++;
            }

            if (next < lines.Count && Math.Abs(lines[next].Line - other.Line) <= _options.ContextLines)
            {
                near.Add(other);
            }
        }

        return near;
    }
}
