namespace CiFeatures.Decoding.Columns;

/// <summary>One column with its cells, before it becomes part of a grid (TestGrid calls it an inflated column).</summary>
internal sealed record GridColumn
{
    /// <summary>The build shown.</summary>
    public string Build { get; init; } = "";

    /// <summary>The column's name; builds have none.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the next reading begins after: the build's id, whatever is shown as the build.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The start in milliseconds since 1970 UTC. Columns that could not be read have a made-up one with a fraction.</summary>
    public double StartedMs { get; init; }

    /// <summary>The value of each custom header.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>Who asked to be told of failures.</summary>
    public IReadOnlyList<string> EmailAddresses { get; init; } = [];

    /// <summary>The cells in any order; no name of a row occurs twice.</summary>
    public IReadOnlyList<NamedCell> Cells { get; init; } = [];
}
