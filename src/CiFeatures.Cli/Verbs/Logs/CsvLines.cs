using System.Globalization;
using System.Text;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Writes rows of CSV that are encoded already, fast enough for a row per line of a log.</summary>
internal sealed class CsvLines : IDisposable
{
    private const int BufferBytes = 1 << 16;
    private readonly BufferedStream _stream;

    public CsvLines(Stream stream, string header)
    {
        _stream = new BufferedStream(stream, BufferBytes);
        Write(Encode(header + "\n"));
    }

    /// <summary>A text as a cell: in quotes where it needs them. Other control characters than tabs become U+FFFD, since few readers take them.</summary>
    public static string Cell(string text)
    {
        if (text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')))
        {
            text = string.Concat(text.Select(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n') ? '\uFFFD' : c));
        }

        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    public static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);

    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public void Write(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        _stream.Write(digits[..length]);
    }

    // The file is whoever's opened it.
    public void Dispose() => _stream.Flush();
}
