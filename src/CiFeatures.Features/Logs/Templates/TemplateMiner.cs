namespace CiFeatures.Features.Logs.Templates;

/// <summary>Learns the templates of whole logs: all lines first, then the grouping, so that the order of lines and logs does not matter.</summary>
/// <remarks>
/// Lines that differ only in what are values by their form are one form: numbers, addresses, paths, times. Then a place of a form is a
/// value too where enough different words stand in it while all the rest is equal (<c>GroupingRules</c>); how many are enough depends on
/// what the words look like, not on how many lines there are. Time grows with the bytes of the logs, memory with the number of forms and
/// four bytes a line. Runs on one thread.
/// </remarks>
public sealed class TemplateMiner : ITemplateReader
{
    private readonly TemplateOptions _options;
    private readonly LineReader _reader;
    private readonly FormTable _table;
    private readonly LineLedger _ledger = new();

    /// <summary>Prepares a miner.</summary>
    /// <param name="options">How lines are read; null for the defaults.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1345 or CIF1348: an option is not valid.</exception>
    public TemplateMiner(TemplateOptions? options = null)
    {
        _options = (options ?? new()).Checked();
        _reader = new LineReader(_options);
        _table = new FormTable(_options.MaxLearningBytes);
    }

    /// <summary>Gets the number of lines so far.</summary>
    public int Lines => _ledger.Lines;

    /// <summary>Begins a log; lines before the first belong to a log without a name.</summary>
    /// <param name="name">What to call it in the counts.</param>
    public void BeginLog(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _ledger.BeginLog(name);
    }

    /// <summary>Takes a line.</summary>
    /// <param name="line">Any bytes without the line end.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1349: there are too many lines.</exception>
    public void Add(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> read = _reader.Read(line);
        _ledger.Add(_table.Add(read, _reader.Tokens, Lines + 1));
    }

    /// <inheritdoc/>
    public long Read(string name, Stream log) => _ledger.Read(name, log, _options.MaxLineBytes, Add, Forget);

    /// <inheritdoc/>
    public TemplateMining Finish()
    {
        LineForm[] forms = [.. _table.Forms.Where(f => f.Count > 0)];
        TokenPattern[] patterns = FormGrouper.Group(forms);
        TemplateSelection selection = TemplateSelection.Of(forms, patterns, _options.MaxTemplates, _ledger.Numbers);

        // Forms without lines are those of a log that was given back.
        var templateOfForm = new int[_table.Forms.Count];
        int next = 0;
        for (int i = 0; i < templateOfForm.Length; i++)
        {
            templateOfForm[i] = _table.Forms[i].Count > 0 ? selection.TemplateOfForm[next++] : -1;
        }

        var model = new TemplateModel(_options, selection.Templates, Lines);
        return new TemplateMining(model, [.. _ledger.Numbers.Select(f => f < 0 ? selection.Rest : templateOfForm[f])], _ledger.Logs, selection.LinesOfRest);
    }

    private void Forget(int form)
    {
        if (form >= 0)
        {
            _table.Forms[form].Forget();
        }
    }
}
