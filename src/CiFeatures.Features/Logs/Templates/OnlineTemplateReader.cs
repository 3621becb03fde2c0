namespace CiFeatures.Features.Logs.Templates;

/// <summary>Takes whole logs line by line into an <see cref="OnlineTemplateMiner"/>; each line has in the end what its template became.</summary>
/// <remarks>What was learned of a log that could not be read to its end stays learned.</remarks>
/// <param name="miner">The miner.</param>
public sealed class OnlineTemplateReader(OnlineTemplateMiner miner) : ITemplateReader
{
    private readonly LineLedger _ledger = new();

    /// <summary>Gets how many templates the lines so far began.</summary>
    public long Created { get; private set; }

    /// <summary>Gets how often a template became more general.</summary>
    public long Changed { get; private set; }

    /// <inheritdoc/>
    public long Read(string name, Stream log) => _ledger.Read(name, log, miner.Options.MaxLineBytes, Take);

    /// <inheritdoc/>
    public TemplateMining Finish()
    {
        TemplateModel model = miner.ToModel();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < model.Templates.Count; i++)
        {
            places[model.Templates[i].Id] = i;
        }

        var known = new Dictionary<int, int>();
        var result = new int[_ledger.Lines];
        for (int line = 0; line < result.Length; line++)
        {
            int number = _ledger.Numbers[line];
            if (!known.TryGetValue(number, out result[line]))
            {
                known[number] = result[line] = places[miner.Current(number).Id];
            }
        }

        return new TemplateMining(model, result, _ledger.Logs, 0);
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        _ledger.Add(miner.Add(line, out TemplateChange change));
        Created += change == TemplateChange.Created ? 1 : 0;
        Changed += change == TemplateChange.Changed ? 1 : 0;
    }
}
