using System.Collections.ObjectModel;

namespace CiFeatures.Decoding.Columns;

/// <summary>What most cells do not have: texts, metrics other than the duration, issues. Cells without any share <see cref="None"/>.</summary>
internal sealed record CellDetail
{
    /// <summary>Nothing at all.</summary>
    public static CellDetail None { get; } = new();

    /// <summary>The id of the row that the cell asks for; empty = the row's name.</summary>
    public string Id { get; init; } = "";

    /// <summary>Names the result that the cell shows.</summary>
    public string CellId { get; init; } = "";

    /// <summary>The message.</summary>
    public string Message { get; init; } = "";

    /// <summary>The short text.</summary>
    public string Icon { get; init; } = "";

    /// <summary>The property shown with the cell.</summary>
    public string UserProperty { get; init; } = "";

    /// <summary>Metrics by name in ordinal order, the duration not among them.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Metrics { get; init; } = [];

    /// <summary>Bugs linked to the cell.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Properties of the cell; builds give none.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
