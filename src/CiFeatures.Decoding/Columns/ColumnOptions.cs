using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.Columns;

/// <summary>How builds become columns: the settings of a TestGrid test group that bear on it, with TestGrid's defaults.</summary>
public sealed record ColumnOptions
{
    /// <summary>TestGrid's defaults.</summary>
    public static ColumnOptions Default { get; } = new();

    /// <summary>What builds of a job of which no configuration is known are read with: TestGrid's defaults and the header "Commit".</summary>
    public static ColumnOptions Stored { get; } = new() { Headings = [new(ColumnHeading.Commit)] };

    /// <summary>How rows are named.</summary>
    /// <value>Default: the test's name.</value>
    public TestNameFormat Names { get; init; } = TestNameFormat.Default;

    /// <summary>The custom headers.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ColumnHeading> Headings { get; init; } = [];

    /// <summary>Whether same-named results of a build are merged into one cell; if not, they get rows of their own, " [1]" and so on.</summary>
    /// <value>Default: true (<c>disable_merged_status</c> is false).</value>
    public bool MergeSameNames { get; init; } = true;

    /// <summary>Whether a row "Pod" says what became of the build's pod.</summary>
    /// <value>Default: true (<c>disable_prowjob_analysis</c> is false).</value>
    public bool AnalyzePod { get; init; } = true;

    /// <summary>Whether skipped tests have no cell.</summary>
    /// <value>Default: false (<c>ignore_skip</c>).</value>
    public bool IgnoreSkipped { get; init; }

    /// <summary>Whether of several results of a row in merged columns only the newest is kept.</summary>
    /// <value>Default: false (<c>ignore_old_results</c>).</value>
    public bool IgnoreOldResults { get; init; }

    /// <summary>The metadata entry of <c>finished.json</c> that is shown as the build; empty = the build's id.</summary>
    /// <value>Default: empty (<c>build_override_configuration_value</c>).</value>
    public string BuildKey { get; init; } = "";

    /// <summary>The format of the start that is shown as the build, with Python's percent signs or Go's reference time; empty = the build's id. Columns with the same text are merged.</summary>
    /// <value>Default: empty (<c>build_override_strftime</c>).</value>
    public string BuildTimeFormat { get; init; } = "";

    /// <summary>The metric whose value is the short text of cells that have it.</summary>
    /// <value>Default: empty, none (<c>short_text_metric</c>).</value>
    public string ShortTextMetric { get; init; } = "";

    /// <summary>The property of cases that is kept with each cell.</summary>
    /// <value>Default: empty, none (<c>user_property</c>).</value>
    public string UserProperty { get; init; } = "";

    /// <summary>Short texts for cases with a property; the first that fits holds.</summary>
    /// <value>Default: none (<c>test_annotations</c>).</value>
    public IReadOnlyList<CellAnnotation> Annotations { get; init; } = [];

    /// <summary>Rules that give cases another status; the first that fits holds.</summary>
    /// <value>Default: none (<c>custom_evaluator_rule_set</c>).</value>
    public IReadOnlyList<StatusRule> Rules { get; init; } = [];

    /// <summary>Builds that began earlier have a column that says so and nothing else.</summary>
    /// <value>Default: null, no such limit (TestGrid reads as far back as <c>days_of_results</c> says).</value>
    public DateTimeOffset? OldestStart { get; init; }

    /// <summary>Whether a build without a start of its own takes that of its <c>prowjob.json</c>. TestGrid does not: it shows such a build as running for ever.</summary>
    /// <value>Default: true.</value>
    public bool StartFromProwJob { get; init; } = true;

    /// <summary>Throws where the options contradict themselves.</summary>
    /// <exception cref="CiFeaturesException">The format of names has more or fewer places than parts.</exception>
    internal void Validate()
    {
        if (Names.Places != Names.Parts.Count)
        {
            ColumnErrors.NameFormat(Names);
        }
    }
}
