using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Features.Logs.Terms;

/// <summary>Finds the words of a log that comes in pieces: the matches of <c>\b[a-z][a-z0-9_/\.-]+\b</c> in the lower-cased text.</summary>
/// <remarks>A run of the pattern's characters is collected and then cut back to the last place where a word boundary is, as the regular
/// expression does by backtracking. A run of more than <see cref="MaxLength"/> characters has no words: it is no text.</remarks>
internal sealed class WordScanner
{
    /// <summary>The longest run that is looked at.</summary>
    public const int MaxLength = 4096;

    private const int DotAbove = 0x307;

    private readonly char[] _run = new char[MaxLength];
    private readonly Action<ReadOnlySpan<char>> _found;
    private Utf8State _utf8;
    private int _length;
    private bool _tooLong;
    private bool _wordBefore;

    /// <summary>Makes a scanner.</summary>
    /// <param name="found">Gets each word; the characters are valid during the call only.</param>
    public WordScanner(Action<ReadOnlySpan<char>> found) => _found = found;

    public void Add(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text)
        {
            if (_utf8.Pending != 0)
            {
                if (_utf8.TryContinue(value))
                {
                    if (_utf8.Pending == 0)
                    {
                        Next(_utf8.CodePoint);
                    }

                    continue;
                }

                _utf8 = default;
                Next(Utf8State.Replacement);
            }

            if (value < 128 || !_utf8.TryBegin(value))
            {
                Next(value < 128 ? value : Utf8State.Replacement);
            }
        }
    }

    /// <summary>Ends the log.</summary>
    public void Finish()
    {
        _utf8 = default;
        Next(' ');
        _wordBefore = false;
    }

    private void Next(int codePoint)
    {
        int c = WordClasses.Lower(codePoint);
        if (WordClasses.Continues(c))
        {
            if (_length == MaxLength)
            {
                _tooLong = true;
            }
            else
            {
                _run[_length++] = (char)c;
            }
        }
        else
        {
            bool isWord = WordClasses.IsWord(c);
            EndRun(isWord);
            _wordBefore = isWord;
        }

        if (codePoint == 0x130)
        {
            EndRun(WordClasses.IsWord(DotAbove));
            _wordBefore = false;
        }
    }

    private void EndRun(bool wordFollows)
    {
        if (_length > 0 && !_tooLong)
        {
            Words(_run.AsSpan(0, _length), wordFollows);
        }

        _length = 0;
        _tooLong = false;
    }

    private void Words(ReadOnlySpan<char> run, bool wordFollows)
    {
        int at = 0;
        while (at < run.Length)
        {
            bool boundary = (at == 0 ? _wordBefore : WordClasses.IsWord(run[at - 1])) != WordClasses.IsWord(run[at]);
            if (!boundary || !WordClasses.Begins(run[at]))
            {
                at++;
                continue;
            }

            int end = run.Length;
            while (end - at >= 2 && WordClasses.IsWord(run[end - 1]) == (end == run.Length ? wordFollows : WordClasses.IsWord(run[end])))
            {
                end--;
            }

            if (end - at < 2)
            {
                at++;
                continue;
            }

            _found(run[at..end]);
            at = end;
        }
    }
}
