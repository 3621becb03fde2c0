using System.Text;
using System.Text.Json;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Parquet;

/// <summary>What pandas writes into the key/value metadata of a Parquet file, so that it finds its index and types again.</summary>
/// <remarks>The form is that of pandas' developer guide, "Storing pandas DataFrame objects in Apache Parquet format".</remarks>
public static class PandasMetadata
{
    /// <summary>The key.</summary>
    public const string Key = "pandas";

    /// <summary>The metadata of a table some of whose columns are the index.</summary>
    /// <param name="schema">The columns of the file, in its order.</param>
    /// <param name="index">The columns that are the index, at least one.</param>
    /// <param name="version">The version of the program that writes.</param>
    /// <exception cref="ArgumentException">The index is empty or has a column that the table does not have.</exception>
    public static KeyValuePair<string, string> Of(TableSchema schema, IReadOnlyList<string> index, string version)
    {
        if (index.Count == 0 || index.Any(i => schema.IndexOf(i) < 0))
        {
            throw new ArgumentException($"The index of table {schema.Name} must be some of its columns.", nameof(index));
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("index_columns");
            foreach (string name in index)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            WriteColumnNames(json);
            json.WriteStartArray("columns");

            // pandas lists the columns of the frame first, then those of the index.
            foreach (ColumnSchema column in schema.Columns.OrderBy(c => index.Contains(c.Name, StringComparer.Ordinal)))
            {
                WriteColumn(json, column);
            }

            json.WriteEndArray();
            json.WriteStartObject("creator");
            json.WriteString("library", "cifeatures");
            json.WriteString("version", version);
            json.WriteEndObject();

            // Readers compare it with versions that wrote otherwise; the form above is that of pandas 1.0 and later.
            json.WriteString("pandas_version", "1.0.0");
            json.WriteEndObject();
        }

        return new(Key, Encoding.UTF8.GetString(buffer.ToArray()));
    }

    // The names of the columns are themselves an index, of texts and without a name.
    private static void WriteColumnNames(Utf8JsonWriter json)
    {
        json.WriteStartArray("column_indexes");
        json.WriteStartObject();
        json.WriteNull("name");
        json.WriteNull("field_name");
        json.WriteString("pandas_type", "unicode");
        json.WriteString("numpy_type", "object");
        json.WriteStartObject("metadata");
        json.WriteString("encoding", "UTF-8");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteColumn(Utf8JsonWriter json, ColumnSchema column)
    {
        (string pandas, string numpy) = Types(column);
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("field_name", column.Name);
        json.WriteString("pandas_type", pandas);
        json.WriteString("numpy_type", numpy);
        if (column.Type == ColumnType.TimestampMs)
        {
            json.WriteStartObject("metadata");
            json.WriteString("timezone", "UTC");
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("metadata");
        }

        json.WriteEndObject();
    }

    // A column of whole numbers or flags with nulls becomes one of floats or objects in pandas, as pandas itself would write it.
    private static (string Pandas, string Numpy) Types(ColumnSchema column) => column.Type switch
    {
        ColumnType.Boolean => ("bool", column.Nullable ? "object" : "bool"),
        ColumnType.Int8 => ("int8", column.Nullable ? "float64" : "int8"),
        ColumnType.Int32 => ("int32", column.Nullable ? "float64" : "int32"),
        ColumnType.Int64 => ("int64", column.Nullable ? "float64" : "int64"),
        ColumnType.Float32 => ("float32", "float32"),
        ColumnType.Float64 => ("float64", "float64"),
        ColumnType.Text => ("unicode", "object"),
        ColumnType.TimestampMs => ("datetimetz", "datetime64[ns]"),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "Not a column type."),
    };
}
