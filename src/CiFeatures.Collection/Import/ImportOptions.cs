namespace CiFeatures.Collection.Import;

/// <summary>How a folder of recorded answers is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>The time of the snapshot.</summary>
    /// <value>Null by default: the store's clock.</value>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether the first file that cannot be imported ends the import, leaving no snapshot.</summary>
    /// <value>False by default: such files are skipped and listed.</value>
    public bool Strict { get; init; }

    /// <summary>How many folders below the imported one dashboards are looked for.</summary>
    /// <value>6 by default.</value>
    public int MaxDepth { get; init; } = 6;

    /// <summary>How many files and folders are looked at.</summary>
    /// <value>One million by default.</value>
    public int MaxEntries { get; init; } = 1_000_000;
}
