namespace CiFeatures.Features.Logs.Templates;

/// <summary>Finds the templates of a model in logs and learns nothing. Lines that fit none have none.</summary>
/// <param name="model">The model.</param>
public sealed class FrozenTemplateReader(TemplateModel model) : ITemplateReader
{
    private readonly TemplateMatcher _matcher = (model ?? throw new ArgumentNullException(nameof(model))).CreateMatcher();
    private readonly LineLedger _ledger = new();

    /// <inheritdoc/>
    public long Read(string name, Stream log) => _ledger.Read(name, log, model.Options.MaxLineBytes, line => _ledger.Add(_matcher.IndexOf(line)));

    /// <inheritdoc/>
    public TemplateMining Finish() => new(model, [.. _ledger.Numbers], _ledger.Logs, 0);
}
