using CiFeatures.Core.Tables;
using CiFeatures.Formats.Csv;
using CiFeatures.Formats.Npy;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Formats.DataSets;

/// <summary>Writes a table in each format of the data set.</summary>
internal sealed class DataSetTableWriter : ITableWriter
{
    private readonly List<Part> _parts = [];
    private readonly string _target;

    public DataSetTableWriter(TableSchema schema, DataSetOptions options, string folder, string target)
    {
        Schema = schema;
        _target = target;
        try
        {
            foreach (DataSetFormat format in options.Formats)
            {
                string name = $"{schema.Name}.{NameOf(format)}";
                string path = Path.Combine(folder, name);
                Guard(name, () =>
                {
                    var stream = new HashingStream(path);
                    _parts.Add(new Part(name, NameOf(format), stream));
                    _parts[^1].Writer = Open(format, stream, options, path);
                });
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public TableSchema Schema { get; }

    public long RowCount { get; private set; }

    public bool IsCompleted { get; private set; }

    /// <summary>The files, once the table is completed.</summary>
    public List<DataSetFile> Files { get; } = [];

    public static string NameOf(DataSetFormat format) => format switch
    {
        DataSetFormat.Parquet => "parquet",
        DataSetFormat.Csv => "csv",
        DataSetFormat.Npz => "npz",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format."),
    };

    public void Write(FeatureTable rows)
    {
        foreach (Part part in _parts)
        {
            Guard(part.Name, () => part.Writer!.Write(rows));
        }

        RowCount += rows.RowCount;
    }

    public void Complete()
    {
        if (IsCompleted)
        {
            return;
        }

        foreach (Part part in _parts)
        {
            Guard(part.Name, () =>
            {
                part.Writer!.Complete();
                string hash = part.Stream.Finish();
                Files.Add(new DataSetFile(part.Name, Schema.Name, part.Format, hash, part.Stream.Length, RowCount));
                part.Writer.Dispose();
            });
        }

        IsCompleted = true;
    }

    public void Dispose()
    {
        foreach (Part part in _parts)
        {
            Close(part.Writer);
            Close(part.Stream);
        }
    }

    // What could not be written was told where it was written; here only the handles must go, so that the folder can be removed.
    private static void Close(IDisposable? part)
    {
        try
        {
            part?.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // See above.
        }
    }

    private ITableWriter Open(DataSetFormat format, HashingStream stream, DataSetOptions options, string path) => format switch
    {
        DataSetFormat.Parquet => new ParquetTableWriter(stream, Schema, WithSchema(options), leaveOpen: true),
        DataSetFormat.Csv => new CsvTableWriter(stream, Schema, options.Csv, leaveOpen: true),
        _ => new NpzTableWriter(stream, Schema, path + ".spool", leaveOpen: true),
    };

    private ParquetWriterOptions WithSchema(DataSetOptions options) => options.Parquet with
    {
        CreatedBy = $"cifeatures version {options.ToolVersion}",
        KeyValues = [.. options.Parquet.KeyValues, new("cifeatures.table", ManifestWriter.TableText(Schema))],
    };

    private void Guard(string name, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FormatErrors.NotWritten(Path.Combine(_target, name), exception);
        }
    }

    private sealed class Part(string name, string format, HashingStream stream)
    {
        public string Name { get; } = name;

        public string Format { get; } = format;

        public HashingStream Stream { get; } = stream;

        public ITableWriter? Writer { get; set; }
    }
}
