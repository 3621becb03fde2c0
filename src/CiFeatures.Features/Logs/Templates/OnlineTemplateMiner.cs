namespace CiFeatures.Features.Logs.Templates;

/// <summary>Learns templates line by line, for logs that do not end. Not for several threads at a time.</summary>
/// <remarks>The rules are those of <see cref="TemplateMiner"/>, applied to what was seen so far. A template keeps its id when it becomes
/// more general; those that it takes in end, and <see cref="Current"/> leads from them to it. Over whole logs, <see cref="TemplateMiner"/>
/// groups better, since it sees all lines before it decides.</remarks>
public sealed class OnlineTemplateMiner
{
    // Lines of forms beyond these are looked up in full each time.
    private const int MostRemembered = 1 << 20;

    private readonly TemplateOptions _options;
    private readonly LineReader _reader;
    private readonly KeyMap _known = new();
    private readonly OnlineClusters _clusters;
    private long _lines;

    /// <summary>Begins with no templates.</summary>
    /// <param name="options">How lines are read; null for the defaults.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1345 or CIF1348: an option is not valid.</exception>
    public OnlineTemplateMiner(TemplateOptions? options = null)
    {
        _options = (options ?? new()).Checked();
        _reader = new LineReader(_options);
        _clusters = new OnlineClusters(_options.MaxTemplates);
    }

    /// <summary>Goes on from templates that were learned before, by this or by a <see cref="TemplateMiner"/>.</summary>
    /// <param name="model">The templates, their ids and counts, and how lines are read.</param>
    public OnlineTemplateMiner(TemplateModel model)
        : this((model ?? throw new ArgumentNullException(nameof(model))).Options)
    {
        _lines = model.Lines;
        foreach (LogTemplate template in model.Templates)
        {
            _clusters.Restore(template);
        }
    }

    /// <summary>Gets how lines are read.</summary>
    public TemplateOptions Options => _options;

    /// <summary>Takes a line.</summary>
    /// <param name="line">Any bytes without the line end.</param>
    /// <param name="change">Gets what it did.</param>
    /// <returns>The number of its template, for <see cref="Current"/>.</returns>
    public int Add(ReadOnlySpan<byte> line, out TemplateChange change)
    {
        _lines++;
        ReadOnlySpan<byte> read = _reader.Read(line);
        ulong key = FormKey.Of(read, _reader.Tokens);
        int cluster = _known.Find(key);
        if (cluster >= 0)
        {
            change = TemplateChange.None;
            cluster = _clusters.Resolve(cluster);
        }
        else
        {
            TokenKind[] kinds = _reader.Tokens.Kind.AsSpan(0, _reader.Tokens.Count).ToArray();
            cluster = _clusters.Place(TokenPattern.FromLine(read, _reader.Tokens), kinds, read, _lines, out change);
            if (_known.Count == MostRemembered)
            {
                _known.Clear();
            }

            _known.Add(key, cluster);
        }

        _clusters.CountUp(cluster);
        return cluster;
    }

    /// <summary>Gets a template as it is now.</summary>
    /// <param name="number">A number that <see cref="Add"/> gave. Where its template was taken in by another, the other is given.</param>
    public LogTemplate Current(int number) => _clusters.Template(_clusters.Resolve(number));

    /// <summary>Gets the templates as they are now, as a model to match with, to store, or to go on from.</summary>
    public TemplateModel ToModel() => new(_options, _clusters.Templates(), _lines);
}
