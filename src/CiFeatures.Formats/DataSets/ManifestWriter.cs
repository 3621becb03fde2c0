using System.Text.Encodings.Web;
using System.Text.Json;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.DataSets;

/// <summary>Writes <c>manifest.json</c>. Names are in fixed or sorted order and no time is in it, so the same data give the same bytes.</summary>
internal static class ManifestWriter
{
    public const string SchemaPrefix = "cifeatures/dataset/v";
    public const int SchemaVersion = 1;
    public const string FileName = "manifest.json";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream stream, DataSetManifest manifest)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", FormattableString.Invariant($"{SchemaPrefix}{SchemaVersion}"));
            json.WriteStartObject("tool");
            json.WriteString("name", "cifeatures");
            json.WriteString("version", manifest.ToolVersion);
            json.WriteEndObject();
            WriteList(json, "tables", manifest.Tables, WriteTable);
            WriteList(json, "files", manifest.Files, WriteFile);
            WriteList(json, "recipe", manifest.Recipe, WriteFeature);
            json.WriteStartObject("provenance");
            WriteList(json, "snapshots", manifest.Snapshots, static (j, s) =>
            {
                j.WriteString("id", s.Id);
                j.WriteString("fingerprint", s.Fingerprint);
            });
            json.WriteEndObject();
            WriteTexts(json, "parameters", manifest.Parameters);
            WriteList(json, "skipped", manifest.Skipped, static (j, s) =>
            {
                j.WriteString("item", s.Item);
                j.WriteString("reason", s.Reason);
            });
            json.WriteStartObject("issues");
            foreach ((string code, long count) in manifest.Issues.OrderBy(i => i.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(code, count);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    /// <summary>The schema of one table as it is put into the metadata of its Parquet file.</summary>
    public static string TableText(TableSchema schema)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options with { Indented = false }))
        {
            json.WriteStartObject();
            WriteSchema(json, schema);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteTable(Utf8JsonWriter json, DataSetTable table)
    {
        WriteSchema(json, table.Schema);
        json.WriteNumber("rows", table.Rows);
    }

    private static void WriteSchema(Utf8JsonWriter json, TableSchema schema)
    {
        json.WriteString("name", schema.Name);
        json.WriteString("row", schema.RowMeaning);
        WriteList(json, "columns", schema.Columns, static (j, c) =>
        {
            j.WriteString("name", c.Name);
            j.WriteString("type", ColumnTypes.Name(c.Type));
            j.WriteString("unit", c.Unit);
            j.WriteBoolean("nullable", c.Nullable);
            j.WriteNumber("version", c.Version);
        });
    }

    private static void WriteFile(Utf8JsonWriter json, DataSetFile file)
    {
        json.WriteString("path", file.Path);
        json.WriteString("table", file.Table);
        json.WriteString("format", file.Format);
        json.WriteString("sha256", file.Sha256);
        json.WriteNumber("bytes", file.Bytes);
        json.WriteNumber("rows", file.Rows);
    }

    private static void WriteFeature(Utf8JsonWriter json, FeatureRecipe feature)
    {
        json.WriteString("feature", feature.Feature);
        json.WriteNumber("version", feature.Version);
        WriteTexts(json, "parameters", feature.Parameters);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> values)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
