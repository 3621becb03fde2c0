using System.Text;

namespace CiFeatures.Features.Logs.Failures;

/// <summary>The text of one line in a buffer that is used again: without terminal escapes, and with the place where its message starts.</summary>
internal sealed class LineText
{
    private const int TabWidth = 4;

    // The colour in which a hosted runner prints the script of a step before it runs it.
    private const string EchoColour = "[36;1m";

    private char[] _chars = new char[256];

    /// <summary>Number of characters.</summary>
    public int Length { get; private set; }

    /// <summary>Where the message starts: behind time stamps and the names of job and step.</summary>
    public int ContentStart { get; private set; }

    /// <summary>How deep the message is indented, in columns.</summary>
    public int Indent { get; private set; }

    /// <summary>Whether the line is coloured as runners colour the scripts that they are about to run.</summary>
    public bool IsEcho { get; private set; }

    /// <summary>The whole text without terminal escapes.</summary>
    public ReadOnlySpan<char> All => _chars.AsSpan(0, Length);

    /// <summary>The message without indentation and without white space at its end.</summary>
    public ReadOnlySpan<char> Content => All[ContentStart..].TrimEnd();

    /// <summary>Takes the bytes of a line; what is not UTF-8 becomes U+FFFD.</summary>
    public void Set(ReadOnlySpan<byte> utf8)
    {
        if (_chars.Length < utf8.Length)
        {
            _chars = new char[Math.Max(utf8.Length, 2 * _chars.Length)];
        }

        Length = Encoding.UTF8.GetChars(utf8, _chars);
        IsEcho = false;
        int escape = All.IndexOf('\u001B');
        if (escape >= 0)
        {
            RemoveEscapes(escape);
        }

        int start = LinePrefix.Length(All);
        int indent = 0;
        for (; start < Length && _chars[start] is ' ' or '\t'; start++)
        {
            indent += _chars[start] == '\t' ? TabWidth : 1;
        }

        ContentStart = start;
        Indent = indent;
    }

    private void RemoveEscapes(int from)
    {
        int to = from;
        for (int i = from; i < Length;)
        {
            if (_chars[i] != '\u001B')
            {
                _chars[to++] = _chars[i++];
                continue;
            }

            IsEcho |= All[(i + 1)..].StartsWith(EchoColour, StringComparison.Ordinal);
            i = AfterEscape(i + 1);
        }

        Length = to;
    }

    private int AfterEscape(int i)
    {
        if (i >= Length)
        {
            return i;
        }

        if (_chars[i] == ']')
        {
            // An operating system command (titles, links) runs to BEL or to ESC \.
            int end = All[i..].IndexOfAny('\u0007', '\u001B');
            return end < 0 ? Length : _chars[i + end] == '\u0007' ? i + end + 1 : Math.Min(Length, i + end + 2);
        }

        if (_chars[i] != '[')
        {
            return i + 1;
        }

        for (i++; i < Length && _chars[i] is >= ' ' and < '@'; i++)
        {
        }

        return Math.Min(Length, i + 1);
    }
}
