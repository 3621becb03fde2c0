using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Decoding.Api;

/// <summary>A row of a rows answer as read; its cells wait as runs in a buffer that all rows share.</summary>
internal sealed class ApiRowDraft
{
    /// <summary>The row's place in the answer's list.</summary>
    public required int Index { get; init; }

    /// <summary>The name; a row without one has the empty name, since the form leaves out what is empty.</summary>
    public string Name { get; set; } = "";

    public RunSlice Runs { get; set; }

    /// <summary>How many cells the row lists.</summary>
    public int Cells { get; set; }

    public SparseTexts Messages { get; set; } = new();

    public SparseTexts Icons { get; set; } = new();

    public SparseTexts CellIds { get; set; } = new();

    public IReadOnlyList<string> Issues { get; set; } = [];

    public RowAlert? Alert { get; set; }

    /// <summary>Cells with a status that is no code, and where the first of them is.</summary>
    public ApiCellFault Unknown;

    /// <summary>Blank cells that have a text, and where the first of them is.</summary>
    public ApiCellFault Stray;

    public SortedDictionary<string, string>? OtherFields;
}
