using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>A table answer as read, in whatever order its fields came.</summary>
internal sealed class TableDraft
{
    public GridInfo Info { get; set; } = new();

    public List<RowDraft> Rows { get; } = [];

    /// <summary>How many rows the answer has, those that were dropped included.</summary>
    public int RowsInAnswer { get; set; }

    public RunBuffer Runs { get; } = new();

    /// <summary>Whether the answer has the field <c>tests</c>, be it null.</summary>
    public bool HasTests { get; set; }

    /// <summary>Whether the answer has the field <c>timestamps</c>, be it null.</summary>
    public bool HasTimestamps { get; set; }

    /// <summary>Start times, 0 = not known; null when the field is null or absent.</summary>
    public List<long>? TimesMs { get; set; }

    public List<string>? Builds { get; set; }

    public List<string>? ColumnIds { get; set; }

    public List<List<string>> Headers { get; } = [];

    public List<string>? RowIds { get; set; }

    public SortedDictionary<string, LinkTemplate> LinkTemplates { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string>? OtherFields;
}
