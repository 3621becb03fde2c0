using System.Runtime.InteropServices;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Npy;

/// <summary>Keeps the elements of one column in a file of its own until the number of rows is known.</summary>
internal sealed class NpzColumnSpool : IDisposable
{
    private readonly ColumnSchema _schema;
    private readonly FileStream _file;
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<string> _categories = [];

    public NpzColumnSpool(ColumnSchema schema, string path)
    {
        _schema = schema;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 16_384, FileOptions.DeleteOnClose);
    }

    /// <summary>The name of the array that holds a text column's categories.</summary>
    public static string CategoriesOf(string column) => column + "__categories";

    public void Append(TableColumn column)
    {
        switch (_schema.Type)
        {
            case ColumnType.Boolean:
                AppendNumbers((TableColumn<bool>)column, static v => v ? 1 : 0);
                break;
            case ColumnType.Int8:
                AppendNumbers((TableColumn<sbyte>)column, static v => v);
                break;
            case ColumnType.Int32:
                AppendNumbers((TableColumn<int>)column, static v => v);
                break;
            case ColumnType.Int64:
                AppendNumbers((TableColumn<long>)column, static v => v);
                break;
            case ColumnType.Float32:
                AppendFilled((TableColumn<float>)column, float.NaN);
                break;
            case ColumnType.Float64:
                AppendFilled((TableColumn<double>)column, double.NaN);
                break;
            case ColumnType.TimestampMs:
                AppendFilled((TableColumn<long>)column, long.MinValue);
                break;
            default:
                AppendTexts((TableColumn<string>)column);
                break;
        }
    }

    public void WriteTo(NpzWriter archive, long rows)
    {
        using (Stream entry = archive.Open(_schema.Name))
        {
            NpyHeader.Write(entry, Descr(), [rows]);
            _file.Position = 0;
            _file.CopyTo(entry);
        }

        if (_schema.Type == ColumnType.Text)
        {
            archive.AddTexts(CategoriesOf(_schema.Name), _categories);
        }
    }

    public void Dispose() => _file.Dispose();

    private string Descr() => _schema.Type switch
    {
        ColumnType.Text => "<i4",
        ColumnType.TimestampMs => "<M8[ms]",
        ColumnType.Boolean or ColumnType.Int8 or ColumnType.Int32 or ColumnType.Int64 when _schema.Nullable => "<f8",
        _ => NpyWriter.Descr(TableColumn.ClrType(_schema.Type)),
    };

    private void AppendNumbers<T>(TableColumn<T> column, Func<T, double> toDouble)
        where T : unmanaged
    {
        if (!_schema.Nullable)
        {
            _file.Write(MemoryMarshal.AsBytes(column.Values));
            return;
        }

        var values = new double[column.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = column.IsNull(i) ? double.NaN : toDouble(column.Values[i]);
        }

        _file.Write(MemoryMarshal.AsBytes<double>(values));
    }

    private void AppendFilled<T>(TableColumn<T> column, T absent)
        where T : unmanaged
    {
        T[] values = column.Values.ToArray();
        for (int i = 0; column.NullCount > 0 && i < values.Length; i++)
        {
            values[i] = column.IsNull(i) ? absent : values[i];
        }

        _file.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private void AppendTexts(TableColumn<string> column)
    {
        var codes = new int[column.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = column.IsNull(i) ? -1 : CodeOf(column.Values[i]);
        }

        _file.Write(MemoryMarshal.AsBytes<int>(codes));
    }

    private int CodeOf(string value)
    {
        if (!_codeOf.TryGetValue(value, out int code))
        {
            code = _categories.Count;
            _codeOf.Add(value, code);
            _categories.Add(value);
        }

        return code;
    }
}
