using CiFeatures.Core.Tables;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace CiFeatures.MLNet.DataViews;

/// <summary>Walks over the rows of one piece after the other and keeps only the piece it is in.</summary>
internal sealed class FeatureTableCursor : DataViewRowCursor
{
    private readonly TableSchema _table;
    private readonly IEnumerator<FeatureTable> _pieces;
    private readonly ColumnReader?[] _readers;
    private FeatureTable? _piece;
    private int _pieceNumber = -1;
    private int _row = -1;
    private long _position = -1;
    private bool _ended;

    public FeatureTableCursor(DataViewSchema schema, TableSchema table, IEnumerator<FeatureTable> pieces, bool[] active)
    {
        Schema = schema;
        _table = table;
        _pieces = pieces;
        _readers = new ColumnReader?[active.Length];
        for (int i = 0; i < active.Length; i++)
        {
            _readers[i] = active[i] ? DataViewColumns.Reader(table.Columns[i], i) : null;
        }
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _position;

    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => _readers[column.Index] is not null;

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        ColumnReader reader = _readers[column.Index]
            ?? throw new InvalidOperationException($"Column {column.Name} was not among the columns asked for.");
        return reader.Getter(CurrentRow) as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"Column {column.Name} holds {reader.Type.RawType.Name}, not {typeof(TValue).Name}.");
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) =>
    {
        CurrentRow();
        value = new DataViewRowId((ulong)_position, 0);
    };

    public override bool MoveNext()
    {
        if (_ended)
        {
            return false;
        }

        while (_piece is null || _row + 1 >= _piece.RowCount)
        {
            if (!_pieces.MoveNext())
            {
                _ended = true;
                _piece = null;
                _position = -1;
                return false;
            }

            Enter(_pieces.Current);
        }

        _row++;
        _position++;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ended = true;
            _piece = null;
            _pieces.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Enter(FeatureTable piece)
    {
        _pieceNumber++;
        if (!SameColumns(piece.Schema.Columns, _table.Columns))
        {
            throw MLNetErrors.PieceSchema(_table, piece.Schema, _pieceNumber);
        }

        _piece = piece;
        _row = -1;
        foreach (ColumnReader? reader in _readers)
        {
            reader?.Attach(piece);
        }
    }

    private int CurrentRow() =>
        _piece is not null && _row >= 0 ? _row : throw new InvalidOperationException("The cursor is not at a row; call MoveNext first.");

    private static bool SameColumns(IReadOnlyList<ColumnSchema> left, IReadOnlyList<ColumnSchema> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (left[i].Name != right[i].Name || left[i].Type != right[i].Type || left[i].Nullable != right[i].Nullable)
            {
                return false;
            }
        }

        return true;
    }
}
