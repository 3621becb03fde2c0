namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>Reads the lists and objects of one script and keeps the names that are dashboards'. The script is not run.</summary>
internal sealed class ScriptDashboards
{
    private const int MaxDepth = 256;
    private const int MaxNameLength = 1024;

    private readonly ReadOnlyMemory<char> _script;
    private readonly ScriptFindings _findings;
    private readonly bool _isInner;
    private readonly Stack<DataFrame> _open = new();
    private int _tooDeep;

    /// <summary>The name before a colon, an equals sign or an opening parenthesis: that of the value which comes now.</summary>
    private string? _key;

    /// <summary>The text or word that was read last.</summary>
    private string _last = "";

    /// <summary>A text that is a value unless a colon follows.</summary>
    private string? _text;

    private char _sign = ';';

    private ScriptDashboards(ReadOnlyMemory<char> script, ScriptFindings findings, bool isInner)
    {
        _script = script;
        _findings = findings;
        _isInner = isInner;
    }

    /// <summary>Reads a script.</summary>
    /// <param name="script">The script, or JSON.</param>
    /// <param name="findings">Gets what it says.</param>
    public static void Find(string script, ScriptFindings findings) => new ScriptDashboards(script.AsMemory(), findings, isInner: false).Run(null);

    private void Run(string? key)
    {
        _key = key;
        ScriptLexer lexer = new(_script.Span);
        for (ScriptToken token = lexer.Next(); token.Kind != ScriptTokenKind.End; token = lexer.Next())
        {
            ReadOnlySpan<char> piece = _script.Span.Slice(token.Start, token.Length);
            switch (token.Kind)
            {
                case ScriptTokenKind.Sign:
                    Sign(piece[0]);
                    break;
                case ScriptTokenKind.Text:
                    Text(piece);
                    break;
                case ScriptTokenKind.Word:
                    _text = null;
                    _last = piece.Length <= MaxNameLength ? piece.ToString() : "";
                    NoteScalar();
                    _sign = 'x';
                    break;
                default:
                    _text = null;
                    _last = "";
                    _sign = 'x';
                    break;
            }
        }

        _findings.CutOff |= _open.Any(frame => frame.Role != DataRole.Other && frame.Names is not null);
    }

    private void Text(ReadOnlySpan<char> piece)
    {
        if (piece.Length > MaxNameLength)
        {
            // Too long for a name, but data may be kept as a text of JSON.
            _last = "";
            _text = piece.TrimStart() is ['[' or '{', ..] || piece.StartsWith("\\x") || piece.StartsWith("\\u") ? ScriptText.Decode(piece) : null;
        }
        else
        {
            _last = ScriptText.Decode(piece);
            _text = _sign is ':' or ',' or '[' or '(' or '=' ? _last : null;
        }

        _sign = 'x';
    }

    private void Sign(char sign)
    {
        switch (sign)
        {
            case ':':
                _key = _last;
                break;
            case '=':
                _key = _sign is '=' or '!' or '<' or '>' ? null : _last;
                break;
            case '>' when _sign == '=':
                _key = null;
                break;
            case '(':
                _key ??= _last.Length > 0 ? _last : null;
                break;
            case '[' or '{':
                Open(sign == '[');
                break;
            case ']' or '}':
                Value();
                Close(sign == ']');
                break;
            case ',' or ';' or ')':
                Value();
                _key = null;
                break;
            default:
                break;
        }

        _text = null;
        if (sign is not (']' or ':' or '='))
        {
            // After "x['name']" the name stays, for an equals sign to take.
            _last = sign == '.' ? _last : "";
        }

        _sign = sign;
    }

    private void Open(bool isList)
    {
        if (_open.Count >= MaxDepth)
        {
            _tooDeep++;
            return;
        }

        DataFrame? parent = _open.Count > 0 ? _open.Peek() : null;
        DataRole role = DataRoles.Of(isList, _key, parent?.Role ?? DataRole.Other);
        if (parent is { Role: DataRole.DashboardsByName } && role != DataRole.Dashboard)
        {
            parent.IsMixed = true;
        }

        _open.Push(new()
        {
            IsList = isList,
            Key = _key,
            Role = role,
            IsOtherThing = parent is { IsOtherThing: true } || DataRoles.IsOtherThing(_key),
        });
        _key = null;
    }

    // A text that is over: an entry of a list, a field of an object, or JSON within the script.
    private void Value()
    {
        if (_text is not { } text)
        {
            return;
        }

        if (!_isInner && text.AsSpan().TrimStart() is ['[' or '{', ..])
        {
            new ScriptDashboards(text.AsMemory(), _findings, isInner: true).Run(_key);
            return;
        }

        if (_open.Count == 0 || _tooDeep > 0 || text.Length > MaxNameLength || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        DataFrame frame = _open.Peek();
        if (frame.IsList)
        {
            if (frame.Role == DataRole.Dashboards)
            {
                frame.Add(text);
            }
        }
        else if (_key is not null && DataRoles.IsName(_key))
        {
            frame.Name = text;
        }
        else
        {
            NoteScalar();
        }
    }

    private void NoteScalar()
    {
        if (_sign == ':' && _open.Count > 0)
        {
            _open.Peek().IsMixed |= _open.Peek().Role == DataRole.DashboardsByName;
        }
    }

    private void Close(bool isList)
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        // A bracket that closes nothing is damage, or a part of something that was not understood.
        if (_open.Count == 0 || _open.Peek().IsList != isList)
        {
            return;
        }

        DataFrame frame = _open.Pop();
        _key = null;
        if (_open.Count > 0)
        {
            HandUp(frame, _open.Peek());
        }

        Keep(frame);
    }

    private static void HandUp(DataFrame frame, DataFrame parent)
    {
        if (frame.Role == DataRole.Dashboard)
        {
            string? name = frame.Name ?? (parent.Role == DataRole.DashboardsByName ? frame.Key : null);
            if (!string.IsNullOrWhiteSpace(name))
            {
                parent.Add(name);
            }
        }
        else if (parent is { IsList: true, Role: DataRole.Other } && !frame.IsList)
        {
            parent.IsMixed |= frame.Name is null;
            if (frame.Name is { } named)
            {
                parent.Add(named);
            }
        }
    }

    private void Keep(DataFrame frame)
    {
        if (frame.Names is not { } names)
        {
            return;
        }

        if (frame.Role == DataRole.Dashboards || (frame.Role == DataRole.DashboardsByName && !frame.IsMixed))
        {
            _findings.Dashboards.AddRange(names);
        }
        else if (frame is { Role: DataRole.Other, IsList: true, IsMixed: false, IsOtherThing: false } && names.Count > _findings.LongestList.Count)
        {
            _findings.LongestList = names;
        }
    }
}
