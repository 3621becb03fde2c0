namespace CiFeatures.Features.Logs.Templates;

/// <summary>How lines are read and how much memory that may take. The rules of grouping are the same for every log.</summary>
public sealed record TemplateOptions
{
    /// <summary>Gets whether values are told by their form: times, addresses, hosts, paths, quoted text, quantities. Without, every word
    /// with a digit is a value and no other.</summary>
    /// <value>Default: true.</value>
    public bool BuiltInMasks { get; init; } = true;

    /// <summary>Gets expressions whose matches are values too; earlier ones win where two overlap.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<TemplateMask> Masks { get; init; } = [];

    /// <summary>Gets the most templates; the rarest beyond them become the template <c>&lt;*&gt;</c>.</summary>
    /// <value>Default: 100,000. From 1.</value>
    public int MaxTemplates { get; init; } = 100_000;

    /// <summary>Gets the most tokens of a line; the line's rest becomes part of the last one, which is a value then.</summary>
    /// <value>Default: 256. From 2 to 65,536.</value>
    public int MaxTokens { get; init; } = 256;

    /// <summary>Gets how many bytes of a line are looked at; lines that differ only behind them are alike.</summary>
    /// <value>Default: 65,536. From 16 to 16,777,216.</value>
    public int MaxLineBytes { get; init; } = 65_536;

    /// <summary>Gets about how much memory the forms of lines may take while templates are learned. When it is used up, lines of forms
    /// not seen before become the template <c>&lt;*&gt;</c>.</summary>
    /// <value>Default: 536,870,912 (512 MiB). From 1,024.</value>
    public long MaxLearningBytes { get; init; } = 512L << 20;

    internal TemplateOptions Checked()
    {
        TemplateErrors.ThrowIfOutside(nameof(MaxTemplates), MaxTemplates, 1, int.MaxValue);
        TemplateErrors.ThrowIfOutside(nameof(MaxTokens), MaxTokens, 2, 1 << 16);
        TemplateErrors.ThrowIfOutside(nameof(MaxLineBytes), MaxLineBytes, 16, 1 << 24);
        TemplateErrors.ThrowIfOutside(nameof(MaxLearningBytes), MaxLearningBytes, 1024, long.MaxValue);
        return this;
    }
}
