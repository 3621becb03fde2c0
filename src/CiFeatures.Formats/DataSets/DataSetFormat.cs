namespace CiFeatures.Formats.DataSets;

/// <summary>The formats that the tables of a data set can have.</summary>
public enum DataSetFormat
{
    /// <summary><c>&lt;table&gt;.parquet</c>.</summary>
    Parquet,

    /// <summary><c>&lt;table&gt;.csv</c>.</summary>
    Csv,

    /// <summary><c>&lt;table&gt;.npz</c>.</summary>
    Npz,
}
