using CiFeatures.Core.Tables;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace CiFeatures.MLNet.DataViews;

/// <summary>Gives values of a known type.</summary>
/// <typeparam name="TStored">The type in the feature table.</typeparam>
/// <typeparam name="TView">The type in the data view.</typeparam>
internal sealed class ColumnReader<TStored, TView>(int index, DataViewType type, Func<TStored, TView> convert, TView? missing = default)
    : ColumnReader(type)
    where TStored : notnull
{
    private TableColumn<TStored>? _column;

    public override void Attach(FeatureTable piece) => _column = (TableColumn<TStored>)piece.Columns[index];

    public override Delegate Getter(Func<int> row) => new ValueGetter<TView>((ref TView value) =>
    {
        int at = row();
        value = _column!.IsNull(at) ? missing! : convert(_column.Values[at]);
    });
}
