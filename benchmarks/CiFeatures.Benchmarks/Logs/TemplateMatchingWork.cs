using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Benchmarks.Logs;

/// <summary>Finds the templates of a log in a model that was learned from it before; an item is a line.</summary>
internal sealed class TemplateMatchingWork : IThroughputWork
{
    private readonly byte[] _log;
    private readonly TemplateModel _model;

    public TemplateMatchingWork(byte[] log)
    {
        _log = log;
        var miner = new TemplateMiner();
        LogLines.Read(log, miner.Add);
        _model = miner.Finish().Model;
    }

    public long Bytes => _log.Length;

    public long Run()
    {
        TemplateMatcher matcher = _model.CreateMatcher();
        long lines = 0;
        LogLines.Read(_log, line => lines += matcher.IndexOf(line) >= 0 ? 1 : 0);
        return lines;
    }
}
