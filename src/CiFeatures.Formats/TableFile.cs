using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Csv;
using CiFeatures.Formats.Npy;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Formats;

/// <summary>Opens a table file by the ending of its name.</summary>
public static class TableFile
{
    /// <summary>Opens a <c>.parquet</c>, <c>.csv</c> or <c>.npz</c> file of any writer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The columns with their units; names (and for Parquet types) must be those of the file. Null to take them from the file.</param>
    /// <exception cref="CiFeaturesException">Unknown ending (CIF1412), cannot be opened (CIF1413), or damaged (CIF1401 to CIF1405).</exception>
    public static ITableReader Open(string path, TableSchema? schema = null)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csv":
                return new CsvTableReader(() => OpenStream(path), path, schema);
            case ".parquet":
                return OpenOrClose(path, stream => new ParquetTableReader(stream, path, schema));
            case ".npz":
                return OpenOrClose(path, stream => new NpzTableReader(stream, path, schema));
            default:
                throw FormatErrors.NoFormat(path);
        }
    }

    internal static FileStream OpenStream(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FormatErrors.NotRead(path, exception);
        }
    }

    private static ITableReader OpenOrClose(string path, Func<Stream, ITableReader> open)
    {
        FileStream stream = OpenStream(path);
        try
        {
            return open(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
