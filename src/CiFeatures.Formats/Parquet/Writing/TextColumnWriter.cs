using System.Runtime.InteropServices;
using System.Text;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Writing;

/// <summary>Texts, held once each; written with a dictionary unless most of them differ.</summary>
internal sealed class TextColumnWriter(ColumnSchema schema) : ColumnWriter(schema)
{
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<byte[]> _distinct = [];
    private readonly List<int> _codes = [];
    private long _distinctBytes;
    private long _plainBytes;
    private string? _latest;
    private int _latestCode;
    private bool _useDictionary;
    private int _width;

    // An entry of the dictionaries costs about 100 bytes beside the characters.
    protected override long ValueBytes => 4L * _codes.Count + 3 * _distinctBytes + 100L * _distinct.Count;

    protected override void AppendValues(TableColumn column, int start, int count)
    {
        ReadOnlySpan<string> values = ((TableColumn<string>)column).Values;
        for (int i = start; i < start + count; i++)
        {
            if (column.IsNull(i))
            {
                continue;
            }

            // Names of dashboards, jobs and tests stand in many rows after each other; hashing them anew each time would cost most of the writing.
            if (!ReferenceEquals(values[i], _latest))
            {
                _latest = values[i];
                _latestCode = CodeOf(values[i]);
            }

            _codes.Add(_latestCode);
            _plainBytes += 4 + _distinct[_latestCode].Length;
        }
    }

    protected override ChunkStatistics Statistics(int nullCount)
    {
        if (_distinct.Count == 0)
        {
            return new ChunkStatistics(nullCount, null, null);
        }

        byte[] min = _distinct[0];
        byte[] max = _distinct[0];
        foreach (byte[] value in _distinct)
        {
            min = value.AsSpan().SequenceCompareTo(min) < 0 ? value : min;
            max = value.AsSpan().SequenceCompareTo(max) > 0 ? value : max;
        }

        byte[] low = TextBounds.Lower(min);
        byte[]? high = TextBounds.Upper(max);
        return new ChunkStatistics(nullCount, low, high, low.Length == min.Length, high is not null && high.AsSpan().SequenceEqual(max));
    }

    protected override int BuildDictionary(ByteBuffer output)
    {
        output.Clear();
        _width = RleHybridWriter.Width(Math.Max(1, _distinct.Count - 1));
        _useDictionary = _distinct.Count > 0 && _distinctBytes + (long)_codes.Count * _width / 8 < _plainBytes;
        if (!_useDictionary)
        {
            return 0;
        }

        foreach (byte[] value in _distinct)
        {
            WriteValue(output, value);
        }

        return _distinct.Count;
    }

    protected override PageEncoding EncodeValues(ByteBuffer output, int start, int count)
    {
        Span<int> codes = CollectionsMarshal.AsSpan(_codes).Slice(start, count);
        if (_useDictionary)
        {
            output.WriteByte((byte)_width);
            RleHybridWriter.Write(output, codes, _width);
            return PageEncoding.RleDictionary;
        }

        foreach (int code in codes)
        {
            WriteValue(output, _distinct[code]);
        }

        return PageEncoding.Plain;
    }

    protected override void ClearValues()
    {
        _latest = null;
        _codeOf.Clear();
        _distinct.Clear();
        _codes.Clear();
        _distinctBytes = 0;
        _plainBytes = 0;
    }

    private int CodeOf(string value)
    {
        if (!_codeOf.TryGetValue(value, out int code))
        {
            code = _distinct.Count;
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            _codeOf.Add(value, code);
            _distinct.Add(bytes);
            _distinctBytes += 4 + bytes.Length;
        }

        return code;
    }

    private static void WriteValue(ByteBuffer output, byte[] value)
    {
        output.WriteInt32(value.Length);
        output.Write(value);
    }
}
