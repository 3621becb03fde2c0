using System.Text.Json;

namespace CiFeatures.Collection.Store.Manifests;

/// <summary>Reads a manifest and trusts nothing in it: every path, hash and total is checked.</summary>
internal static class ManifestReader
{
    /// <summary>The longest manifest that is read; about half a million files.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    private const string SchemaPrefix = "cifeatures/snapshot/v";

    /// <summary>Reads the manifest of the snapshot in a folder.</summary>
    /// <param name="folder">The snapshot's folder; its name is the id.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">There is none, it cannot be read, it is not valid, or it is of a newer version.</exception>
    public static SnapshotManifest Read(string folder)
    {
        string path = Path.Combine(folder, SnapshotPaths.Manifest);
        string id = Path.GetFileName(folder);
        byte[] json;
        try
        {
            FileInfo file = new(path);
            if (!file.Exists)
            {
                throw CollectionErrors.Incomplete(folder, id);
            }

            if (file.Length > MaxBytes)
            {
                throw CollectionErrors.BadManifest(path, $"it has {file.Length} bytes, more than the limit of {MaxBytes}.");
            }

            json = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.BadManifest(path, $"it cannot be read ({e.Message}).", e);
        }

        return Parse(json, path, id);
    }

    /// <summary>Reads a manifest from its bytes.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="path">The file, for errors.</param>
    /// <param name="id">The id that the manifest has to have.</param>
    public static SnapshotManifest Parse(ReadOnlySpan<byte> json, string path, string id)
    {
        SnapshotManifest manifest;
        try
        {
            CheckSchema(JsonSerializer.Deserialize(json, ManifestJson.Default.ManifestHeader)?.Schema, path);
            manifest = JsonSerializer.Deserialize(json, ManifestJson.Default.SnapshotManifest) ?? throw CollectionErrors.BadManifest(path, "it is null.");
        }
        catch (JsonException e)
        {
            string place = e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine})" : "";
            throw CollectionErrors.BadManifest(path, $"it is not the JSON of a manifest{place}: {e.Message}", e);
        }

        if (ManifestRules.FirstViolation(manifest, id) is { } violation)
        {
            throw CollectionErrors.BadManifest(path, violation);
        }

        return manifest;
    }

    private static void CheckSchema(string? schema, string path)
    {
        if (schema is null || !schema.StartsWith(SchemaPrefix, StringComparison.Ordinal))
        {
            throw CollectionErrors.BadManifest(path, $"its schema is '{schema}', expected '{SnapshotManifest.CurrentSchema}'.");
        }

        // A later v1.x may add fields, which are ignored; a later vN may change their meaning.
        string major = schema[SchemaPrefix.Length..].Split('.')[0];
        if (major != "1")
        {
            throw CollectionErrors.TooNew(path, schema);
        }
    }
}
