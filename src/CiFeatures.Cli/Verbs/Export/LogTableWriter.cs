using System.Text;
using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Cli.Verbs.Export;

/// <summary>Writes logs row by row as a Parquet file; a row group ends after some megabytes, so memory holds one row group.</summary>
internal sealed class LogTableWriter : IDisposable
{
    private static readonly TableSchema Schema = new("logs", "build",
    [
        new ColumnSchema { Name = "build", Type = ColumnType.Text, Meaning = "The build id" },
        new ColumnSchema { Name = "log", Type = ColumnType.Text, Nullable = true, Meaning = "The build's log", NullRule = "when the build has no log and nulls were asked for" },
    ]);

    private readonly FeatureTableBuilder _row = new(Schema);
    private readonly ParquetTableWriter _writer;

    public LogTableWriter(Stream stream) => _writer = new ParquetTableWriter(
        stream,
        Schema,
        new ParquetWriterOptions
        {
            // A log can be as large as a whole row group of other tables, so the limit is looked at after every row.
            SliceRows = 1,
            RowGroupBytes = 32L << 20,
            CreatedBy = $"cifeatures version {ToolVersion.Text}",
            KeyValues = [PandasMetadata.Of(Schema, ["build"], ToolVersion.Text)],
        },
        leaveOpen: true);

    /// <summary>Adds a build.</summary>
    /// <param name="build">Its id.</param>
    /// <param name="log">The bytes of its log; those that are no UTF-8 become U+FFFD, as in Python.</param>
    /// <param name="missing">What stands for a log that is not there.</param>
    public void Add(string build, ReadOnlyMemory<byte>? log, string? missing)
    {
        _row.AppendRow(build, log is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : missing);
        _writer.Write(_row.Take());
    }

    public void Complete() => _writer.Complete();

    public void Dispose() => _writer.Dispose();
}
