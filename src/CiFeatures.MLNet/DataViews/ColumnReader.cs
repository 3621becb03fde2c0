using CiFeatures.Core.Tables;
using Microsoft.ML.Data;

namespace CiFeatures.MLNet.DataViews;

/// <summary>Gives the values of one column, piece after piece.</summary>
internal abstract class ColumnReader(DataViewType type)
{
    /// <summary>The column's type in the data view.</summary>
    public DataViewType Type { get; } = type;

    /// <summary>Goes on with another piece of the table.</summary>
    public abstract void Attach(FeatureTable piece);

    /// <summary>Makes the delegate that ML.NET asks for values; it reads the row that <paramref name="row"/> gives.</summary>
    public abstract Delegate Getter(Func<int> row);
}
