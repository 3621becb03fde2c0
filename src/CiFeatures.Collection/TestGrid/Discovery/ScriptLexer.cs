namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>Cuts a script, or JSON, into texts, words and signs. Every character is looked at a bounded number of times, whatever the script holds.</summary>
internal ref struct ScriptLexer
{
    private readonly ReadOnlySpan<char> _script;
    private int _at;
    private int _noExpressionBefore;
    private char _before;

    /// <summary>Starts before the first piece.</summary>
    /// <param name="script">The script.</param>
    public ScriptLexer(ReadOnlySpan<char> script)
    {
        _script = script;
        _before = ';';
    }

    /// <summary>The next piece; comments and white space are passed over.</summary>
    public ScriptToken Next()
    {
        SkipBlanks();
        if (_at >= _script.Length)
        {
            return new(ScriptTokenKind.End, _script.Length, 0);
        }

        char first = _script[_at];
        ScriptToken token = first switch
        {
            '"' or '\'' => Quoted(first),
            '`' => Template(),
            '/' when IsExpressionStart() => Expression(),
            _ when IsWord(first) => Word(),
            _ => new(ScriptTokenKind.Sign, _at++, 1),
        };

        // A slash divides after a value, and starts a regular expression elsewhere.
        _before = token.Kind == ScriptTokenKind.Sign ? first : 'x';
        return token;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private void SkipBlanks()
    {
        while (_at < _script.Length)
        {
            if (char.IsWhiteSpace(_script[_at]))
            {
                _at++;
            }
            else if (_script[_at..].StartsWith("//"))
            {
                _at = LineEnd();
            }
            else if (_script[_at..].StartsWith("/*"))
            {
                int end = _script[(_at + 2)..].IndexOf("*/");
                _at = end < 0 ? _script.Length : _at + 2 + end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private ScriptToken Word()
    {
        int start = _at;
        while (_at < _script.Length && IsWord(_script[_at]))
        {
            _at++;
        }

        return new(ScriptTokenKind.Word, start, _at - start);
    }

    // A text ends on its line. One that does not is an apostrophe or damage, and the rest of the line is given up with it.
    private ScriptToken Quoted(char quote)
    {
        int start = ++_at;
        while (_at < _script.Length)
        {
            char c = _script[_at];
            if (c == quote)
            {
                return new(ScriptTokenKind.Text, start, _at++ - start);
            }

            if (c == '\n')
            {
                break;
            }

            _at += c == '\\' ? 2 : 1;
        }

        _at = Math.Min(_at, _script.Length);
        return new(ScriptTokenKind.Opaque, start, _at - start);
    }

    private ScriptToken Template()
    {
        int start = ++_at;
        bool constant = true;
        while (_at < _script.Length && _script[_at] != '`')
        {
            constant &= !_script[_at..].StartsWith("${");
            _at += _script[_at] == '\\' ? 2 : 1;
        }

        int end = Math.Min(_at, _script.Length);
        constant &= _at < _script.Length;
        _at = Math.Min(_at + 1, _script.Length);
        return new(constant ? ScriptTokenKind.Text : ScriptTokenKind.Opaque, start, end - start);
    }

    private readonly bool IsExpressionStart() => _at >= _noExpressionBefore && _before is not ('x' or ')' or ']' or '}');

    private ScriptToken Expression()
    {
        int end = LineEnd();
        bool inClass = false;
        for (int i = _at + 1; i < end; i++)
        {
            char c = _script[i];
            if (c == '/' && !inClass)
            {
                int start = _at;
                _at = i + 1;
                return new(ScriptTokenKind.Opaque, start, _at - start);
            }

            inClass = c == '[' || (inClass && c != ']');
            i += c == '\\' ? 1 : 0;
        }

        // It has no end on this line, and none that starts later has one either.
        _noExpressionBefore = end;
        return new(ScriptTokenKind.Sign, _at++, 1);
    }

    private readonly int LineEnd()
    {
        int end = _script[_at..].IndexOf('\n');
        return end < 0 ? _script.Length : _at + end;
    }
}
