using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Benchmarks.Logs;

/// <summary>Learns the templates of a whole log, grouping included; an item is a line.</summary>
internal sealed class TemplateMiningWork(byte[] log, TemplateOptions options) : IThroughputWork
{
    /// <summary>Masks as a user may give them: numbers of blocks, names of users, ids.</summary>
    public static IReadOnlyList<TemplateMask> Masks { get; } =
    [
        new("BLOCK", "blk_-?[0-9]+"),
        new("USER", "user=\\w+"),
        new("ID", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    ];

    public long Bytes => log.Length;

    public long Run()
    {
        var miner = new TemplateMiner(options);
        LogLines.Read(log, miner.Add);
        return miner.Finish().TemplateOfLine.Length;
    }
}
