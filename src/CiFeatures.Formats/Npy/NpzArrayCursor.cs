using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Npy;

/// <summary>Reads one array of an NPZ file in pieces of rows.</summary>
internal sealed class NpzArrayCursor : IDisposable
{
    private readonly NpzReader _archive;
    private readonly NpzArrayPlan _plan;
    private readonly Stream _entry;
    private readonly Array? _whole;
    private long _row;

    public NpzArrayCursor(NpzReader archive, NpzArrayPlan plan)
    {
        _archive = archive;
        _plan = plan;
        if (plan.Header.IsFortranOrder && plan.Header.Shape.Count > 1)
        {
            // Rows are scattered over the whole array.
            _entry = Stream.Null;
            _whole = ReadWhole();
        }
        else
        {
            _entry = archive.Open(plan.Name, out _);
            archive.Guard(plan.Name, () => NpyHeader.Read(_entry, archive.PlaceOf(plan.Name)));
        }
    }

    /// <summary>Adds the columns of this array.</summary>
    public void Read(int rows, TableSchema schema, List<TableColumn> columns)
    {
        int width = (int)_plan.Width;
        Array values = _whole is null
            ? _archive.Guard(_plan.Name, () => _plan.Elements.Read(_entry, checked(rows * width)))
            : Slice(_whole, checked((int)_row * width), checked(rows * width));
        _row += rows;
        for (int c = 0; c < width; c++)
        {
            ColumnSchema column = schema.Columns[columns.Count];
            Array part = width == 1 ? values : Strided(values, c, width);
            columns.Add(_archive.Guard(_plan.Name, () => NpzColumns.Make(column, part, _plan.Categories)
                ?? throw FormatErrors.SchemaDiffers($"The array holds {_plan.Header.Descr}, which does not become {ColumnTypes.Name(column.Type)}.", _archive.PlaceOf(_plan.Name))));
        }
    }

    public void Dispose() => _entry.Dispose();

    private static Array Slice(Array values, int start, int count)
    {
        var slice = Array.CreateInstance(values.GetType().GetElementType()!, count);
        Array.Copy(values, start, slice, 0, count);
        return slice;
    }

    private static Array Strided(Array values, int start, int step)
    {
        var picked = Array.CreateInstance(values.GetType().GetElementType()!, values.Length / step);
        for (int i = 0; i < picked.Length; i++)
        {
            Array.Copy(values, start + i * step, picked, i, 1);
        }

        return picked;
    }

    private Array ReadWhole()
    {
        using Stream entry = _archive.Open(_plan.Name, out _);
        return _archive.Guard(_plan.Name, () =>
        {
            NpyHeader.Read(entry, _archive.PlaceOf(_plan.Name));
            return _plan.Elements.ToCOrder(_plan.Elements.Read(entry, (int)_plan.Header.Count), _plan.Header.Shape);
        });
    }
}
