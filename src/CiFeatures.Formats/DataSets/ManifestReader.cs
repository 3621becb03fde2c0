using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.DataSets;

/// <summary>Reads <c>manifest.json</c>.</summary>
internal static class ManifestReader
{
    private const long MaxBytes = 256L << 20;
    private const string Rewrite = "Write the data set again.";

    public static DataSetManifest Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > MaxBytes)
            {
                throw FormatErrors.NotADataSet($"The manifest has {file.Length} bytes; {MaxBytes} are allowed.", path, Rewrite);
            }

            using JsonDocument document = JsonDocument.Parse(file);
            return Read(document.RootElement, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FormatErrors.NotADataSet("There is no manifest.json, so this is no data set or one that was not finished.", path, "Name the folder that 'features --out' wrote.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FormatErrors.NotRead(path, exception);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw FormatErrors.NotADataSet($"The manifest is damaged: {exception.Message}", path, Rewrite, exception);
        }
    }

    private static DataSetManifest Read(JsonElement root, string path)
    {
        CheckVersion(Text(root, "schema"), path);
        return new DataSetManifest
        {
            ToolVersion = Text(root.GetProperty("tool"), "version"),
            Tables = List(root, "tables", t => new DataSetTable(Schema(t, path), t.GetProperty("rows").GetInt64())),
            Files = List(root, "files", f => new DataSetFile(FileName(f, path), Text(f, "table"), Text(f, "format"), Text(f, "sha256"), f.GetProperty("bytes").GetInt64(), f.GetProperty("rows").GetInt64())),
            Recipe = List(root, "recipe", r => new FeatureRecipe(Text(r, "feature"), r.GetProperty("version").GetInt32(), Texts(r, "parameters"))),
            Snapshots = List(root.GetProperty("provenance"), "snapshots", s => new SnapshotProvenance(Text(s, "id"), Text(s, "fingerprint"))),
            Parameters = Texts(root, "parameters"),
            Skipped = List(root, "skipped", s => new SkippedItem(Text(s, "item"), Text(s, "reason"))),
            Issues = root.GetProperty("issues").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64(), StringComparer.Ordinal),
        };
    }

    private static void CheckVersion(string schema, string path)
    {
        string known = FormattableString.Invariant($"{ManifestWriter.SchemaPrefix}{ManifestWriter.SchemaVersion}");
        if (schema == known)
        {
            return;
        }

        bool isOurs = schema.StartsWith(ManifestWriter.SchemaPrefix, StringComparison.Ordinal)
            && int.TryParse(schema.AsSpan(ManifestWriter.SchemaPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            && version > ManifestWriter.SchemaVersion;
        throw isOurs
            ? FormatErrors.TooNew(schema, known, path)
            : FormatErrors.NotADataSet($"The manifest says '{schema}', not '{known}'.", path, "Name the folder of a data set.");
    }

    private static TableSchema Schema(JsonElement table, string path) => new(Text(table, "name"), Text(table, "row"), List(table, "columns", c => new ColumnSchema
    {
        Name = Text(c, "name"),
        Type = ColumnTypes.TryParse(Text(c, "type"), out ColumnType type) ? type : throw FormatErrors.NotADataSet($"There is no column type '{Text(c, "type")}'.", path, Rewrite),
        Unit = Text(c, "unit"),
        Nullable = c.GetProperty("nullable").GetBoolean(),
        NullRule = c.GetProperty("nullable").GetBoolean() ? "see dictionary.csv" : "never",
        Version = c.GetProperty("version").GetInt32(),
    }));

    // A manifest must not lead out of its folder.
    private static string FileName(JsonElement file, string path)
    {
        string name = Text(file, "path");
        return name.Length > 0 && name is not ("." or "..") && name.IndexOfAny(['/', '\\', '\0', ':']) < 0
            ? name
            : throw FormatErrors.NotADataSet($"'{name}' is not the name of a file in the folder.", path, Rewrite);
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");

    private static Dictionary<string, string> Texts(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal);

    private static List<T> List<T>(JsonElement element, string name, Func<JsonElement, T> read) =>
        [.. element.GetProperty(name).EnumerateArray().Select(read)];
}
