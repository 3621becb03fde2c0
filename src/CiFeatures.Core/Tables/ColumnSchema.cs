namespace CiFeatures.Core.Tables;

/// <summary>A column of a feature table, with what the data dictionary and the recipe say about it.</summary>
public sealed record ColumnSchema
{
    /// <summary>The column's name; says the unit (<c>_seconds</c>, <c>_minutes</c>, <c>_ms</c>, <c>_pct</c>, <c>_ratio</c>).</summary>
    public required string Name { get; init; }

    /// <summary>The type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Whether the column can be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>The unit, such as "cells", "%", "s", "min", "UTC"; "-" for names and flags.</summary>
    public string Unit { get; init; } = "-";

    /// <summary>What the value means, in one sentence.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>When the value is null; "never" when it cannot be.</summary>
    public string NullRule { get; init; } = "never";

    /// <summary>Where the definition comes from: a TestGrid rule, a paper, a notebook.</summary>
    public string Source { get; init; } = "";

    /// <summary>The formula in plain signs; empty for names and copies of published values.</summary>
    public string Formula { get; init; } = "";

    /// <summary>The version of the definition; goes up when the same input gives another value.</summary>
    public int Version { get; init; } = 1;
}
