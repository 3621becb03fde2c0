using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.DataSets;

/// <summary>What <c>manifest.json</c> says about a data set.</summary>
public sealed record DataSetManifest
{
    /// <summary>The version of the program that wrote the data set.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The tables in the order they were opened.</summary>
    public required IReadOnlyList<DataSetTable> Tables { get; init; }

    /// <summary>All files but the manifest itself.</summary>
    public required IReadOnlyList<DataSetFile> Files { get; init; }

    /// <summary>Every feature's id, version and parameters, in the order of tables and columns.</summary>
    public required IReadOnlyList<FeatureRecipe> Recipe { get; init; }

    /// <summary>The snapshots that the tables were computed from.</summary>
    public required IReadOnlyList<SnapshotProvenance> Snapshots { get; init; }

    /// <summary>The parameters of the whole run, sorted by name.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>What was left out, and why.</summary>
    public required IReadOnlyList<SkippedItem> Skipped { get; init; }

    /// <summary>How often each issue came up, sorted by code.</summary>
    public required IReadOnlyDictionary<string, long> Issues { get; init; }
}

/// <summary>A table of a data set.</summary>
/// <param name="Schema">Its name, what a row is, and its columns (name, type, unit, nullable, version; the other words are in <c>dictionary.csv</c>).</param>
/// <param name="Rows">The number of rows.</param>
public sealed record DataSetTable(TableSchema Schema, long Rows);

/// <summary>A file of a data set.</summary>
/// <param name="Path">Its name in the folder.</param>
/// <param name="Table">The table it holds; empty for the dictionary.</param>
/// <param name="Format"><c>parquet</c>, <c>csv</c> or <c>npz</c>.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record DataSetFile(string Path, string Table, string Format, string Sha256, long Bytes, long Rows);

/// <summary>How a feature was computed.</summary>
/// <param name="Feature">Its id, <c>&lt;table&gt;.&lt;column&gt;</c>.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="Parameters">Its parameters, sorted by name.</param>
public sealed record FeatureRecipe(string Feature, int Version, IReadOnlyDictionary<string, string> Parameters);
