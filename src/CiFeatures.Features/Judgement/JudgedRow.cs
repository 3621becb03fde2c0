using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>A test (row) as the judgement sees it, whatever format it came from.</summary>
public sealed record JudgedRow
{
    /// <summary>The name. Rows of the same name count once: the last one wins.</summary>
    public string Name { get; init; } = "";

    /// <summary>The id; empty when none was given.</summary>
    public string Id { get; init; } = "";

    /// <summary>Raw status codes, newest first; may be shorter than the columns, then the rest is blank.</summary>
    public ReadOnlyMemory<byte> Statuses { get; init; }

    /// <summary>Length of the first run-length pair if that pair is <c>NO_RESULT</c>, else 0. Only this pair decides whether the row is stale.</summary>
    public int LeadingBlanks { get; init; }

    /// <summary>Whether the row has results at all; a row without is never recent.</summary>
    public bool HasResults { get; init; } = true;

    /// <summary>One message for each cell that is not <c>NO_RESULT</c>, newest first; may be shorter, then the rest is empty.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>One cell id for each cell that is not <c>NO_RESULT</c>, newest first; may be shorter, then the rest is empty.</summary>
    public IReadOnlyList<string> CellIds { get; init; } = [];

    /// <summary>One user property for each cell that is not <c>NO_RESULT</c>, newest first; may be shorter, then the rest is empty.</summary>
    public IReadOnlyList<string> UserProperties { get; init; } = [];

    /// <summary>Issues linked to the row.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>The alert that the row carries, or null.</summary>
    public AlertInfo? Alert { get; init; }

    /// <summary>Counts the blank cells at the newest end.</summary>
    /// <param name="statuses">Raw status codes, newest first.</param>
    public static int CountLeadingBlanks(ReadOnlySpan<byte> statuses) => StaleRule.LeadingBlanks(statuses);
}
