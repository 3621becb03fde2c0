using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>A row as read, before the number of columns is known.</summary>
internal sealed class RowDraft
{
    /// <summary>The row's place in the answer's list, rows that were dropped included; row ids go by it.</summary>
    public required int Index { get; init; }

    /// <summary>The byte where the row starts.</summary>
    public required long Position { get; init; }

    /// <summary>The name; null when the row has none that can be read.</summary>
    public string? Name { get; set; }

    public Published<string> OriginalName { get; set; }

    public Published<string> Target { get; set; }

    public RowAlert? Alert { get; set; }

    public IReadOnlyList<string> LinkedBugs { get; set; } = [];

    public SparseTexts? Messages { get; set; }

    public SparseTexts? ShortTexts { get; set; }

    /// <summary>What the source calls <see cref="ShortTexts"/>, for issues.</summary>
    public string ShortTextsField { get; init; } = "short_texts";

    /// <summary>Cell ids; table answers have none.</summary>
    public SparseTexts? CellIds { get; set; }

    public Published<SparseTexts> UserProperties { get; set; }

    public float[]? DurationMinutes { get; set; }

    public RunSlice Runs { get; set; }

    public StatusFaults Faults;

    public SortedDictionary<string, string>? OtherFields;
}
