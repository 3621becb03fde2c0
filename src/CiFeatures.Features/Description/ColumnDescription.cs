using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Description;

/// <summary>Count, mean, standard deviation, extremes and quartiles of one column, as pandas' <c>describe</c> defines them.</summary>
/// <remarks>Nulls and NaN are left out of everything; <see cref="Count"/> is the denominator. A timestamp is described in milliseconds since 1970 UTC.</remarks>
public sealed record ColumnDescription
{
    /// <summary>The column.</summary>
    public required ColumnSchema Column { get; init; }

    /// <summary>Rows, nulls included.</summary>
    public required long Rows { get; init; }

    /// <summary>Values that are neither null nor NaN.</summary>
    public required long Count { get; init; }

    /// <summary>Mean; null for text and flags, and without values.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation with n − 1; null for text, flags and timestamps, and with fewer than two values.</summary>
    public double? Std { get; init; }

    /// <summary>Minimum; null for text and flags, and without values.</summary>
    public double? Min { get; init; }

    /// <summary>First quartile by linear interpolation.</summary>
    public double? Q25 { get; init; }

    /// <summary>Median by linear interpolation.</summary>
    public double? Q50 { get; init; }

    /// <summary>Third quartile by linear interpolation.</summary>
    public double? Q75 { get; init; }

    /// <summary>Maximum.</summary>
    public double? Max { get; init; }

    /// <summary>Different values of text and flags; null for other types.</summary>
    public long? Unique { get; init; }

    /// <summary>The most frequent value of text and flags, the first in ordinal order among equals; null for other types and without values.</summary>
    public string? Top { get; init; }

    /// <summary>How often <see cref="Top"/> occurs.</summary>
    public long? Frequency { get; init; }

    /// <summary>Whether the column holds numbers or times, not text or flags.</summary>
    public bool IsNumeric => Column.Type is not (ColumnType.Text or ColumnType.Boolean);
}
