using System.Text;
using System.Text.Unicode;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Makes tokens of lines: cuts what is too long, repairs what is not UTF-8, applies the user's masks.</summary>
internal sealed class LineReader(TemplateOptions options)
{
    private readonly LineTokenizer _tokenizer = new(options.MaxTokens, options.BuiltInMasks);
    private readonly MaskSet _masks = new(options.Masks);

    /// <summary>Gets the tokens of the last line.</summary>
    public LineTokens Tokens => _tokenizer.Tokens;

    /// <summary>Reads a line.</summary>
    /// <param name="line">Any bytes without the line end.</param>
    /// <returns>The line that the tokens are places of: cut, and with U+FFFD for what is not UTF-8.</returns>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> line)
    {
        if (line.Length > options.MaxLineBytes)
        {
            line = Cut(line, options.MaxLineBytes);
        }

        if (!Utf8.IsValid(line))
        {
            line = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line));
        }

        _tokenizer.Read(_masks.IsEmpty ? line : _masks.Apply(line));
        return line;
    }

    /// <summary>The name of the mask that found exactly this place of the last line, or null.</summary>
    public string? MaskAt(int start, int end) => _masks.IsEmpty ? null : _masks.NameAt(start, end);

    // Not inside a character, so that a cut does not make invalid text of valid text.
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> line, int length)
    {
        int end = length;
        while (end > length - 4 && (line[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return line[..end];
    }
}
