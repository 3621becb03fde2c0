namespace CiFeatures.Formats.Parquet;

/// <summary>How a Parquet file is written.</summary>
public sealed record ParquetWriterOptions
{
    /// <summary>How pages are packed.</summary>
    /// <value>Default: Snappy.</value>
    public ParquetCompression Compression { get; init; } = ParquetCompression.Snappy;

    /// <summary>The most rows of a row group; 1 to 16,777,216.</summary>
    /// <value>Default: 65,536.</value>
    public int RowGroupRows { get; init; } = 65_536;

    /// <summary>A row group ends when about so many bytes wait to be written; at least 1.</summary>
    /// <value>Default: 8 MiB.</value>
    public long RowGroupBytes { get; init; } = 8L << 20;

    /// <summary>Rows are taken over in slices of so many, after each of which <see cref="RowGroupBytes"/> is looked at; 1 or more. Rows that can be large need 1.</summary>
    /// <value>Default: 1,024.</value>
    public int SliceRows { get; init; } = 1024;

    /// <summary>The most rows of a data page; 1 or more.</summary>
    /// <value>Default: 16,384.</value>
    public int PageRows { get; init; } = 16_384;

    /// <summary>Key/value metadata of the file, in the order given.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> KeyValues { get; init; } = [];

    /// <summary>What the file says about its writer.</summary>
    /// <value>Default: "cifeatures".</value>
    public string CreatedBy { get; init; } = "cifeatures";

    internal void Validate()
    {
        List<string> wrong = [];
        if (!Enum.IsDefined(Compression))
        {
            wrong.Add($"{nameof(Compression)} {(int)Compression} is not known");
        }

        if (RowGroupRows is < 1 or > 1 << 24)
        {
            wrong.Add($"{nameof(RowGroupRows)} {RowGroupRows} is not from 1 to {1 << 24}");
        }

        if (RowGroupBytes < 1)
        {
            wrong.Add($"{nameof(RowGroupBytes)} {RowGroupBytes} is not positive");
        }

        if (SliceRows < 1)
        {
            wrong.Add($"{nameof(SliceRows)} {SliceRows} is not positive");
        }

        if (PageRows < 1)
        {
            wrong.Add($"{nameof(PageRows)} {PageRows} is not positive");
        }

        if (wrong.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", wrong) + ".");
        }
    }
}
