namespace CiFeatures.Features.Logs.Failures;

/// <summary>Follows blocks down a log: an error with what is indented below it, an exception with its stack trace, a failed test's section between two
/// rules, a run of lines of error level.</summary>
internal sealed class BlockTracker
{
    // A block that never ends (a whole log indented below its first line) is no block.
    private const int MaxBlockLines = 1000;
    private const int MaxSectionLines = 150;
    private const int MaxBlanks = 2;

    private const LineKinds Strong = LineKinds.ErrorLevel | LineKinds.FailedTest | LineKinds.Traceback;

    private bool _open;
    private bool _section;
    private bool _novel;
    private bool _strong;
    private bool _traceback;
    private bool _errorRun;
    private bool _belowRule;
    private int _indent;
    private int _lines;
    private int _blanks;

    /// <summary>Takes the next line and says on it whether it belongs to a block above it.</summary>
    public void Follow(TracedLine line)
    {
        if (line.IsBlank)
        {
            _open &= _section || ++_blanks <= MaxBlanks;
            _errorRun = false;
            return;
        }

        _blanks = 0;
        bool head = line.IsError;
        if (_open && Belongs(line, head) && ++_lines <= (_section ? MaxSectionLines : MaxBlockLines))
        {
            line.InBlock = true;
            line.InNovelBlock = _novel;
            line.InStrongBlock = _strong;
            if ((line.Kinds & LineKinds.Traceback) != LineKinds.None)
            {
                _traceback = true;
                _indent = line.Text.Indent;
            }
        }
        else
        {
            FollowRun(line);
            if (head)
            {
                Open(line);
            }
            else
            {
                _open = _section = false;
            }
        }

        _belowRule = line.IsRule;
    }

    private void FollowRun(TracedLine line)
    {
        bool error = (line.Kinds & LineKinds.ErrorLevel) != LineKinds.None;
        line.InErrorRun = _errorRun && error;
        _errorRun = error && (_errorRun || line.IsNovel);
    }

    private void Open(TracedLine line)
    {
        // An exception below an error of the same depth is that error's.
        bool strong = (line.Kinds & Strong) != LineKinds.None;
        _strong = strong || (_open && _lines == 0 && _strong && line.Text.Indent == _indent);
        line.InStrongBlock = _strong && !strong;
        _open = true;
        _novel = line.IsNovel || line.InErrorRun;
        _section = (line.Kinds & LineKinds.FailedTest) != LineKinds.None && (_belowRule || line.IsRuled || line.Text.Content is ['\u2022', ..]);
        _traceback = (line.Kinds & LineKinds.Traceback) != LineKinds.None;
        _indent = line.Text.Indent;
        _lines = 0;
    }

    private bool Belongs(TracedLine line, bool head)
    {
        if (_section)
        {
            return !line.IsRule && !line.IsRuled;
        }

        if (line.Text.Indent > _indent || (line.Kinds & (LineKinds.Frame | LineKinds.Cause)) != LineKinds.None)
        {
            return true;
        }

        if (_traceback)
        {
            // The exception itself stands at the depth of the traceback's first line, and ends it.
            _traceback = false;
            return line.Text.Indent == _indent && (head || (line.Kinds & LineKinds.Success) == LineKinds.None);
        }

        return false;
    }
}
