using CiFeatures.Core.Tables;

namespace CiFeatures.Formats;

/// <summary>Reads a table piece by piece, so that memory does not grow with the table.</summary>
public interface ITableReader : IDisposable
{
    /// <summary>The columns of the table.</summary>
    TableSchema Schema { get; }

    /// <summary>The number of rows where the file says it; null where only reading to the end tells (CSV).</summary>
    long? RowCount { get; }

    /// <summary>Reads the rows from the first to the last, in the order of the file. Can be called again and then starts anew.</summary>
    /// <returns>Pieces of bounded size; a table without rows gives none.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">The file is damaged; the place names the file and where in it.</exception>
    IEnumerable<FeatureTable> Read();
}
