using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Csv;

namespace CiFeatures.Formats.DataSets;

/// <summary>Writes a data set: tables, <c>dictionary.csv</c> and, last, <c>manifest.json</c>.</summary>
/// <remarks>
/// Everything is written to a hidden folder beside the final one and put in place by one rename, so the output folder never holds half a data
/// set. Without <see cref="Complete"/> nothing is left behind and what was there before is unchanged. The same tables and input give the same bytes.
/// </remarks>
public sealed class DataSetWriter : IDisposable
{
    private readonly DataSetOptions _options;
    private readonly OutputFolder _folder;
    private readonly List<DataSetTableWriter> _tables = [];
    private bool _completed;

    private DataSetWriter(DataSetOptions options)
    {
        _options = options;
        _folder = new OutputFolder(options.Folder, options.Overwrite);
    }

    /// <summary>Begins a data set.</summary>
    /// <param name="options">Where and how.</param>
    /// <exception cref="CiFeaturesException">The folder is in the way (CIF1406) or cannot be written (CIF1407).</exception>
    /// <exception cref="ArgumentException">No format is asked for, or one twice.</exception>
    public static DataSetWriter Create(DataSetOptions options)
    {
        if (options.Formats.Count == 0 || options.Formats.Distinct().Count() != options.Formats.Count)
        {
            throw new ArgumentException("The formats of a data set are one or more, each once.", nameof(options));
        }

        return new DataSetWriter(options);
    }

    /// <summary>Begins a table. Several tables may be open at the same time.</summary>
    /// <param name="schema">The table; its name has letters, digits, <c>_</c> and <c>-</c> only.</param>
    /// <returns>A writer that must be completed before the data set is.</returns>
    /// <exception cref="ArgumentException">The name is not allowed or taken, or two columns have the same name.</exception>
    /// <exception cref="CiFeaturesException">A file cannot be written (CIF1407).</exception>
    public ITableWriter OpenTable(TableSchema schema)
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        if (schema.Name.Length == 0 || !schema.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') || schema.Name is "dictionary" or "manifest")
        {
            throw new ArgumentException($"'{schema.Name}' is not a name for a table.", nameof(schema));
        }

        if (_tables.Exists(t => t.Schema.Name.Equals(schema.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"Table {schema.Name} was opened before.", nameof(schema));
        }

        if (schema.Columns.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() != schema.Columns.Count)
        {
            throw new ArgumentException($"Two columns of table {schema.Name} have the same name.", nameof(schema));
        }

        var table = new DataSetTableWriter(schema, _options, _folder.Temporary, _folder.Final);
        _tables.Add(table);
        return table;
    }

    /// <summary>Writes the dictionary and the manifest and puts the data set in its place.</summary>
    /// <param name="input">What only the caller knows.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="InvalidOperationException">A table was not completed.</exception>
    /// <exception cref="CiFeaturesException">Something appeared in the folder meanwhile (CIF1406), or it cannot be written (CIF1407); what was there before is unchanged.</exception>
    public DataSetManifest Complete(DataSetManifestInput input)
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        DataSetTableWriter? open = _tables.Find(t => !t.IsCompleted);
        if (open is not null)
        {
            throw new InvalidOperationException($"Table {open.Schema.Name} was not completed.");
        }

        _tables.ForEach(t => t.Dispose());
        DataSetManifest manifest = BuildManifest(input);
        string path = Path.Combine(_folder.Temporary, ManifestWriter.FileName);
        try
        {
            using var stream = new HashingStream(path);
            ManifestWriter.Write(stream, manifest);
            stream.Finish();
        }
        catch (Exception exception) when (OutputFolder.IsFileError(exception))
        {
            throw FormatErrors.NotWritten(Path.Combine(_folder.Final, ManifestWriter.FileName), exception);
        }

        _folder.Finish();
        _completed = true;
        return manifest;
    }

    /// <summary>Removes what was written when the data set was not completed.</summary>
    public void Dispose()
    {
        _tables.ForEach(t => t.Dispose());
        _folder.Dispose();
    }

    private DataSetManifest BuildManifest(DataSetManifestInput input) => new()
    {
        ToolVersion = _options.ToolVersion,
        Tables = [.. _tables.Select(t => new DataSetTable(t.Schema, t.RowCount))],
        Files = [.. _tables.SelectMany(t => t.Files), WriteDictionary()],
        Recipe = [.. _tables.SelectMany(t => t.Schema.Columns.Select(c => Recipe(t.Schema.Name, c, input)))],
        Snapshots = input.Snapshots,
        Parameters = input.Parameters,
        Skipped = input.Skipped,
        Issues = input.Issues,
    };

    private static FeatureRecipe Recipe(string table, ColumnSchema column, DataSetManifestInput input)
    {
        string id = $"{table}.{column.Name}";
        return new FeatureRecipe(id, column.Version, input.FeatureParameters.TryGetValue(id, out IReadOnlyDictionary<string, string>? parameters) ? parameters : new Dictionary<string, string>());
    }

    private DataSetFile WriteDictionary()
    {
        string path = Path.Combine(_folder.Temporary, DataDictionary.FileName);
        try
        {
            FeatureTable rows = DataDictionary.Build([.. _tables.Select(t => t.Schema)]);
            using var stream = new HashingStream(path);
            using var writer = new CsvTableWriter(stream, rows.Schema, _options.Csv, leaveOpen: true);
            writer.Write(rows);
            writer.Complete();
            string hash = stream.Finish();
            return new DataSetFile(DataDictionary.FileName, "", "csv", hash, stream.Length, rows.RowCount);
        }
        catch (Exception exception) when (OutputFolder.IsFileError(exception))
        {
            throw FormatErrors.NotWritten(Path.Combine(_folder.Final, DataDictionary.FileName), exception);
        }
    }
}
