namespace CiFeatures.Core.Tables;

/// <summary>Takes a table piece by piece and writes it somewhere.</summary>
public interface ITableWriter : IDisposable
{
    /// <summary>The schema of what is written.</summary>
    TableSchema Schema { get; }

    /// <summary>Writes some rows.</summary>
    /// <param name="rows">The rows; their schema is <see cref="Schema"/>.</param>
    void Write(FeatureTable rows);

    /// <summary>Ends the table. Without this call what was written is not whole and must not look so.</summary>
    void Complete();
}
