using System.Globalization;
using System.Text;

namespace CiFeatures.Simulation.Truth;

/// <summary>Builds one line of an RFC 4180 file; null is an empty field.</summary>
internal sealed class CsvLine
{
    private readonly StringBuilder _text = new();
    private bool _started;

    public CsvLine Add(string? value)
    {
        if (_started)
        {
            _text.Append(',');
        }

        _started = true;
        if (value is null)
        {
            return this;
        }

        // Outer blanks are quoted too, so that no reader trims a name.
        bool quote = value.Length == 0 || value.AsSpan().ContainsAny(",\"\r\n") || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]);
        _text.Append(quote ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value);
        return this;
    }

    public CsvLine Add(long value) => Add(value.ToString(CultureInfo.InvariantCulture));

    public CsvLine Add(double value) => Add(value.ToString("R", CultureInfo.InvariantCulture));

    public CsvLine AddTime(long? milliseconds) => Add(milliseconds is { } time
        ? DateTimeOffset.FromUnixTimeMilliseconds(time).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : null);

    /// <summary>The line with its end; the builder is empty afterwards.</summary>
    public string Finish()
    {
        string line = _text.Append("\r\n").ToString();
        _text.Clear();
        _started = false;
        return line;
    }
}
