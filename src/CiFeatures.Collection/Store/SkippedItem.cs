namespace CiFeatures.Collection.Store;

/// <summary>Something that was meant to be stored and was left out.</summary>
public sealed record SkippedItem
{
    /// <summary>What was left out: a path relative to the imported folder, or a URL.</summary>
    public required string Item { get; init; }

    /// <summary>The code of the error, such as <c>CIF1224</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Where in the item: "byte 4711"; empty where there is no such place.</summary>
    public string Place { get; init => field = value ?? ""; } = "";

    /// <summary>One line for a person.</summary>
    public override string ToString() => Place.Length == 0 ? $"{Item}: {Reason} ({Code})" : $"{Item}, {Place}: {Reason} ({Code})";
}
