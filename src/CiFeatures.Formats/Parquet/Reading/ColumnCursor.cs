using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Reading;

/// <summary>Reads the values of one column chunk in pieces, holding one page at a time.</summary>
internal abstract class ColumnCursor
{
    public abstract TableColumn Read(int rows);
}

/// <summary>A cursor over values of a known type.</summary>
internal sealed class ColumnCursor<T> : ColumnCursor
    where T : notnull
{
    private readonly ColumnSchema _schema;
    private readonly bool _isOptional;
    private readonly string _place;
    private readonly ValueReaderFactory<T> _factory;
    private readonly PageSource _pages;
    private T[]? _dictionary;
    private int _pageLeft;
    private RleHybridReader? _levels;
    private ValueReader<T>? _values;
    private int[] _levelBuffer = [];

    public ColumnCursor(Stream stream, ColumnChunk chunk, ColumnSchema schema, bool isOptional, ValueReaderFactory<T> factory, string place)
    {
        _schema = schema;
        _isOptional = isOptional;
        _factory = factory;
        _place = place;
        try
        {
            _pages = new PageSource(stream, chunk);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw FormatErrors.CorruptParquet($"The column cannot be read: {exception.Message}.", place, exception);
        }
    }

    public override TableColumn Read(int rows)
    {
        try
        {
            return ReadPiece(rows);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw FormatErrors.CorruptParquet($"The column cannot be read: {exception.Message}.", $"{_place}, before byte {_pages.Position}", exception);
        }
    }

    // Whatever a damaged page makes the decoders or the codecs stumble over is damage of the file, told with its place.
    private static bool IsDamage(Exception exception) => exception is InvalidDataException or IOException or ArgumentException
        or IndexOutOfRangeException or OverflowException or InvalidOperationException or NotSupportedException;

    private TableColumn<T> ReadPiece(int rows)
    {
        var values = new T[rows];
        bool[]? valid = _isOptional ? new bool[rows] : null;
        int done = 0;
        while (done < rows)
        {
            if (_pageLeft == 0)
            {
                NextPage();
                continue;
            }

            int count = Math.Min(rows - done, _pageLeft);
            Span<T> target = values.AsSpan(done, count);
            if (_levels is null)
            {
                _values!.Read(target);
                valid?.AsSpan(done, count).Fill(true);
            }
            else
            {
                ReadWithNulls(target, valid.AsSpan(done, count));
            }

            _pageLeft -= count;
            done += count;
        }

        return new TableColumn<T>(_schema, values, valid);
    }

    private void ReadWithNulls(Span<T> target, Span<bool> valid)
    {
        if (_levelBuffer.Length < target.Length)
        {
            _levelBuffer = new int[target.Length];
        }

        Span<int> levels = _levelBuffer.AsSpan(0, target.Length);
        _levels!.Read(levels);
        int present = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            valid[i] = levels[i] switch
            {
                0 => false,
                1 => true,
                _ => throw new InvalidDataException($"a definition level of {levels[i]} in a flat column"),
            };
            present += levels[i];
        }

        // The values that are there come first and are then moved to their rows, last one first.
        _values!.Read(target[..present]);
        for (int i = target.Length - 1; i >= 0 && present <= i; i--)
        {
            target[i] = valid[i] ? target[--present] : Absent();
        }
    }

    private static T Absent() => typeof(T) == typeof(string) ? (T)(object)"" : default!;

    private void NextPage()
    {
        ReadOnlyMemory<byte> packed = _pages.Next(out PageHeader header);
        switch (header.Kind)
        {
            case PageKind.Dictionary:
                if (_dictionary is not null)
                {
                    throw new InvalidDataException("a second dictionary");
                }

                _dictionary = _factory.Dictionary(_pages.Unpack(packed, header.UncompressedSize), header.ValueCount);
                break;
            case PageKind.Data:
                BeginPage(_pages.Unpack(packed, header.UncompressedSize), header);
                break;
            case PageKind.DataV2:
                BeginPageV2(packed, header);
                break;
            default:
                throw new InvalidDataException($"there is no page of kind {(int)header.Kind}");
        }
    }

    private void BeginPage(ReadOnlyMemory<byte> bytes, PageHeader header)
    {
        _levels = null;
        if (_isOptional)
        {
            if (header.LevelEncoding != PageEncoding.Rle)
            {
                throw FormatErrors.ParquetNotRead($"Definition levels are kept as {header.LevelEncoding}, which is not read here.", _place, "Write the file again with a current Parquet writer.");
            }

            _levels = new RleHybridReader(LengthPrefixed.Take(bytes, out bytes), 1);
        }

        BeginValues(bytes, header);
    }

    private void BeginPageV2(ReadOnlyMemory<byte> packed, PageHeader header)
    {
        int definition = header.DefinitionLevelBytes;
        int repetition = header.RepetitionLevelBytes;
        if (definition < 0 || repetition < 0 || (long)definition + repetition > Math.Min(packed.Length, header.UncompressedSize))
        {
            throw new InvalidDataException($"levels of {repetition} and {definition} bytes in a page of {packed.Length}");
        }

        _levels = _isOptional ? new RleHybridReader(packed.Slice(repetition, definition), 1) : null;
        ReadOnlyMemory<byte> values = packed[(repetition + definition)..];
        if (header.IsCompressed && values.Length > 0)
        {
            values = _pages.Unpack(values, header.UncompressedSize - definition - repetition);
        }

        BeginValues(values, header);
    }

    private void BeginValues(ReadOnlyMemory<byte> bytes, PageHeader header)
    {
        if (header.ValueCount < 0)
        {
            throw new InvalidDataException("a page does not say how many values it has");
        }

        _pageLeft = header.ValueCount;
        if (header.Encoding is PageEncoding.RleDictionary or PageEncoding.PlainDictionary)
        {
            _values = new DictionaryReader<T>(_dictionary ?? throw new InvalidDataException("a page needs a dictionary and there is none"), bytes);
        }
        else
        {
            _values = _factory.Values(bytes, header.Encoding)
                ?? throw FormatErrors.ParquetNotRead($"Values are kept as encoding {header.Encoding}, which is not read here for this type.", _place, "Write the file again with plain or dictionary encoding.");
        }
    }
}
