using System.Text;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Finds the templates of lines in a model that does not change. Not for several threads at a time; a model can have many.</summary>
public sealed class TemplateMatcher
{
    // Lines of forms beyond these are looked up in full each time.
    private const int MostRemembered = 1 << 20;

    private readonly TemplateModel _model;
    private readonly PatternIndex _index;
    private readonly LineReader _reader;
    private readonly KeyMap _known = new();

    internal TemplateMatcher(TemplateModel model, PatternIndex index)
    {
        _model = model;
        _index = index;
        _reader = new LineReader(model.Options);
    }

    /// <summary>Finds the template of a line.</summary>
    /// <param name="line">Its bytes without the line end.</param>
    /// <returns>The template with the most words that fits, or null where none does.</returns>
    public LogTemplate? Match(ReadOnlySpan<byte> line) => Find(_reader.Read(line)) is >= 0 and var number ? _model.Templates[number] : null;

    /// <summary>Finds the place of a line's template in <see cref="TemplateModel.Templates"/>, or -1.</summary>
    /// <param name="line">Its bytes without the line end.</param>
    public int IndexOf(ReadOnlySpan<byte> line) => Find(_reader.Read(line));

    /// <summary>Finds a line's template and the values in its places.</summary>
    /// <param name="line">Its bytes without the line end.</param>
    /// <param name="parameters">Gets the values; none where no template fits.</param>
    /// <returns>The template, or null where none fits.</returns>
    public LogTemplate? Match(ReadOnlySpan<byte> line, out IReadOnlyList<TemplateParameter> parameters)
    {
        ReadOnlySpan<byte> read = _reader.Read(line);
        int number = Find(read);
        if (number < 0)
        {
            parameters = [];
            return null;
        }

        LogTemplate template = _model.Templates[number];
        ulong[] words = template.Pattern.Words;
        LineTokens tokens = _reader.Tokens;
        List<TemplateParameter> found = [];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] == TokenPattern.Value)
            {
                string value = Encoding.UTF8.GetString(read[tokens.Start[i]..tokens.End[i]]);
                found.Add(new(found.Count + 1, _reader.MaskAt(tokens.Start[i], tokens.End[i]) ?? ParameterNames.Of(value), value));
            }
        }

        parameters = found;
        return template;
    }

    private int Find(ReadOnlySpan<byte> line)
    {
        ulong key = FormKey.Of(line, _reader.Tokens);
        int number = _known.Find(key);
        if (number >= 0)
        {
            return number - 1;
        }

        number = _index.Find(TokenPattern.FromLine(line, _reader.Tokens));
        if (_known.Count == MostRemembered)
        {
            _known.Clear();
        }

        _known.Add(key, number + 1);
        return number;
    }
}
