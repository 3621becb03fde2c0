namespace CiFeatures.Features.Logs.Templates;

/// <summary>Templates that were learned, to find them in other logs. Does not change.</summary>
public sealed class TemplateModel
{
    private readonly PatternIndex _index = new();

    internal TemplateModel(TemplateOptions options, IReadOnlyList<LogTemplate> templates, long lines)
    {
        Options = options;
        Templates = templates;
        Lines = lines;
        for (int i = 0; i < templates.Count; i++)
        {
            _index.Add(templates[i].Pattern, i);
        }
    }

    /// <summary>Gets how lines are read; part of the model, since other masks give other templates.</summary>
    public TemplateOptions Options { get; }

    /// <summary>Gets the templates: the most frequent first, then by text.</summary>
    public IReadOnlyList<LogTemplate> Templates { get; }

    /// <summary>Gets the number of lines it was learned from.</summary>
    public long Lines { get; }

    /// <summary>Makes something that finds the templates of lines.</summary>
    public TemplateMatcher CreateMatcher() => new(this, _index);
}
