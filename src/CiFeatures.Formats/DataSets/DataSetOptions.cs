using CiFeatures.Formats.Csv;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Formats.DataSets;

/// <summary>Where and how a data set is written.</summary>
public sealed record DataSetOptions
{
    /// <summary>The folder that the data set becomes. Its parent is made where it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether a data set that is there already is replaced. A folder that holds anything else is never replaced.</summary>
    /// <value>Default: false.</value>
    public bool Overwrite { get; init; }

    /// <summary>The formats of every table; at least one.</summary>
    /// <value>Default: Parquet only.</value>
    public IReadOnlyList<DataSetFormat> Formats { get; init; } = [DataSetFormat.Parquet];

    /// <summary>The version of the program, for the manifest.</summary>
    /// <value>Default: "0".</value>
    public string ToolVersion { get; init; } = "0";

    /// <summary>How Parquet files are written; the table's schema is added to the key/value metadata as <c>cifeatures.table</c>.</summary>
    public ParquetWriterOptions Parquet { get; init; } = new();

    /// <summary>How CSV files are written.</summary>
    public CsvOptions Csv { get; init; } = new();
}
