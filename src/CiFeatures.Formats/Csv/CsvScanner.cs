using System.Text;

namespace CiFeatures.Formats.Csv;

/// <summary>Cuts CSV text into cells. Knows the line and column of each for errors.</summary>
internal sealed class CsvScanner : IDisposable
{
    private readonly StreamReader _reader;
    private readonly string _place;
    private readonly int _maxField;
    private readonly char[] _buffer = new char[65_536];
    private readonly StringBuilder _field = new();
    private int _length;
    private int _position;
    private long _line = 1;
    private bool _recordOpen = true;

    public CsvScanner(Stream stream, string place, int maxField)
    {
        _reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, 65_536);
        _place = place;
        _maxField = maxField;
    }

    /// <summary>The line where the present record began, from 1.</summary>
    public long RecordLine { get; private set; } = 1;

    /// <summary>The number of the present cell in its record, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>Whether the present cell stood in quotes.</summary>
    public bool IsQuoted { get; private set; }

    public string Place => System.FormattableString.Invariant($"{_place}: line {RecordLine}, column {Column}");

    /// <summary>Moves to the next record; false at the end of the file.</summary>
    public bool NextRecord()
    {
        RecordLine = _line;
        Column = 0;
        _recordOpen = Peek() >= 0;
        return _recordOpen;
    }

    /// <summary>Passes over a record that has nothing on its line.</summary>
    public bool SkipBlank()
    {
        if (Peek() is not ('\r' or '\n'))
        {
            return false;
        }

        EndsField(Take());
        return true;
    }

    /// <summary>Moves to the next cell of the record; false when the record has ended.</summary>
    public bool NextField(out string text)
    {
        text = "";
        if (!_recordOpen)
        {
            return false;
        }

        Column++;
        _field.Clear();
        IsQuoted = Peek() == '"';
        if (IsQuoted)
        {
            ReadQuoted();
        }
        else
        {
            ReadPlain();
        }

        text = _field.ToString();
        return true;
    }

    public void Dispose() => _reader.Dispose();

    private void ReadPlain()
    {
        while (true)
        {
            int next = Take();
            if (EndsField(next))
            {
                return;
            }

            Append((char)next);
        }
    }

    private void ReadQuoted()
    {
        Take();
        while (true)
        {
            int next = Take();
            if (next < 0)
            {
                throw FormatErrors.CorruptCsv("A quoted cell does not end.", Place, "Close the quote, or double the quotes inside the cell.");
            }

            if (next != '"')
            {
                _line += next == '\n' ? 1 : 0;
                Append((char)next);
            }
            else if (Peek() == '"')
            {
                Take();
                Append('"');
            }
            else
            {
                break;
            }
        }

        if (!EndsField(Take()))
        {
            throw FormatErrors.CorruptCsv("A quoted cell goes on behind its closing quote.", Place, "Double the quotes inside the cell.");
        }
    }

    // Lines end in LF, CR LF or a lone CR.
    private bool EndsField(int next)
    {
        switch (next)
        {
            case ',':
                return true;
            case '\r':
                if (Peek() == '\n')
                {
                    Take();
                }

                break;
            case '\n' or -1:
                break;
            default:
                return false;
        }

        _line++;
        _recordOpen = false;
        return true;
    }

    private void Append(char character)
    {
        if (_field.Length == _maxField)
        {
            throw FormatErrors.CorruptCsv($"A cell is longer than {_maxField} characters.", Place, "Check for a quote that is not closed, or allow longer cells.");
        }

        _field.Append(character);
    }

    private int Take()
    {
        int next = Peek();
        _position += next < 0 ? 0 : 1;
        return next;
    }

    private int Peek()
    {
        if (_position == _length)
        {
            try
            {
                _length = _reader.Read(_buffer, 0, _buffer.Length);
                _position = 0;
            }
            catch (DecoderFallbackException exception)
            {
                throw FormatErrors.CorruptCsv("The file is not UTF-8.", $"{_place}: at or after line {_line}", "Save the file as UTF-8.", exception);
            }
        }

        return _length == 0 ? -1 : _buffer[_position];
    }
}
