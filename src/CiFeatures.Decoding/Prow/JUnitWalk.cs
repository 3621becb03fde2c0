using System.Globalization;
using System.Text;
using System.Xml;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.Prow;

/// <summary>One way through a JUnit file. Keeps its own stack of suites; nothing recurses.</summary>
/// <param name="reader">Stands before the file.</param>
/// <param name="log">Gets values that cannot be read.</param>
/// <param name="limits">What the file may have.</param>
/// <param name="take">Gets each case.</param>
internal sealed class JUnitWalk(XmlReader reader, IssueLog log, DecodeLimits limits, Action<JUnitCase> take)
{
    private const int ChunkChars = 4096;

    private readonly Stack<(int Depth, string Name)> _suites = new();
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[ChunkChars];
    private JUnitDraft? _case;
    private int _caseDepth;
    private string? _element;
    private string _message = "";
    private string? _property;
    private int _elementDepth;
    private bool _isCut;
    private long _badTimes;
    private (string Place, string Test, string Time) _firstBadTime;
    private long _nameless;
    private string _firstNameless = "";

    /// <summary>How many cases were given.</summary>
    public int Cases { get; private set; }

    /// <summary>Where the reader is.</summary>
    public string Place => reader is IXmlLineInfo { LineNumber: > 0 } line ? string.Create(CultureInfo.InvariantCulture, $"line {line.LineNumber}, column {line.LinePosition}") : "line 1";

    /// <summary>Goes through the file.</summary>
    /// <param name="code">Of what is wrong.</param>
    /// <returns>What is wrong with the file; null when nothing is.</returns>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public string? Run(out string code)
    {
        code = DecodingCodes.NotJUnit;
        if (reader.MoveToContent() != XmlNodeType.Element)
        {
            code = DecodingCodes.DamagedJUnit;
            return "It has no element.";
        }

        if (reader.LocalName is not ("testsuites" or "testsuite"))
        {
            return $"Its root is <{BuildJson.Shown(reader.Name)}>, not <testsuites> or <testsuite>.";
        }

        code = DecodingCodes.BuildFileTooLarge;
        do
        {
            if (reader.Depth > limits.MaxXmlDepth)
            {
                return $"Elements lie in each other deeper than the limit DecodeLimits.{nameof(DecodeLimits.MaxXmlDepth)}, {limits.MaxXmlDepth}.";
            }

            Node();
            if (Cases > limits.MaxJUnitCases)
            {
                return $"There are more cases than the limit DecodeLimits.{nameof(DecodeLimits.MaxJUnitCases)}, {limits.MaxJUnitCases}.";
            }

            if (reader.Depth == 0 && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            {
                return null;
            }
        }
        while (reader.Read());

        code = DecodingCodes.DamagedJUnit;
        return "It ends too early.";
    }

    /// <summary>Says what was odd about values, once for each kind.</summary>
    public void Complete()
    {
        if (_badTimes > 0)
        {
            log.Add(
                DecodingCodes.UnusableJUnitValue, DecodeRepair.Ignored, _firstBadTime.Test, _firstBadTime.Place,
                $"The time \"{_firstBadTime.Time}\" is no number of seconds; {_badTimes} cases have such times.");
        }

        if (_nameless > 0)
        {
            log.Add(DecodingCodes.UnusableJUnitValue, DecodeRepair.Noted, "", _firstNameless, $"The case has no name; {_nameless} cases have none.");
        }
    }

    private void Node()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Start();
                if (reader.IsEmptyElement)
                {
                    End();
                }

                break;
            case XmlNodeType.EndElement:
                End();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                when (_element is not null || _property is not null) && reader.Depth == _elementDepth + 1:
                Append();
                break;
        }
    }

    private void Start()
    {
        string name = reader.LocalName;
        if (_case is not null)
        {
            StartInCase(name);
        }
        else if (name == "testsuite" && reader.Depth == (_suites.TryPeek(out (int Depth, string Name) outer) ? outer.Depth + 1 : RootOffset()))
        {
            string own = Attribute("name");
            string joined = outer.Name is not { Length: > 0 } ? own : own.Length == 0 ? outer.Name : $"{outer.Name}.{own}";
            _suites.Push((reader.Depth, joined));
        }
        else if (name == "testcase" && (_suites.TryPeek(out (int Depth, string Name) suite) ? reader.Depth == suite.Depth + 1 : reader.Depth == 1))
        {
            _case = NewCase(suite.Name ?? "");
            _caseDepth = reader.Depth;
        }
    }

    // Suites are at the root, or right below a root that holds them.
    private int RootOffset() => reader.Depth == 0 ? 0 : 1;

    private JUnitDraft NewCase(string suite)
    {
        string name = Attribute("name");
        string time = Attribute("time");
        double? seconds = null;
        if (time.Length > 0)
        {
            if (JUnitTime.TryRead(time, out double read))
            {
                seconds = read;
            }
            else if (_badTimes++ == 0)
            {
                _firstBadTime = (Place, name, BuildJson.Shown(time));
            }
        }

        if (name.Length == 0 && _nameless++ == 0)
        {
            _firstNameless = Place;
        }

        return new JUnitDraft { Suite = suite, Name = name, ClassName = Attribute("classname"), Seconds = seconds };
    }

    private void StartInCase(string name)
    {
        if (reader.Depth == _caseDepth + 1 && JUnitDraft.Knows(name))
        {
            _element = name;
            _elementDepth = reader.Depth;
            _message = Attribute("message");
            Clear();
        }
        else if (name == "property" && reader.Depth == _caseDepth + 2 && _element is null)
        {
            // The value is an attribute, or else the element's text.
            _property = Attribute("name");
            _message = Attribute("value");
            _elementDepth = reader.Depth;
            Clear();
        }
    }

    private void Clear()
    {
        _text.Clear();
        _isCut = false;
    }

    private void End()
    {
        if (_element is not null && reader.Depth == _elementDepth)
        {
            _case!.Put(_element, _message, Taken());
            _element = null;
        }
        else if (_property is not null && reader.Depth == _elementDepth)
        {
            _case!.Properties.Add(new(_property, _message.Length > 0 ? _message : Taken()));
            _property = null;
        }
        else if (_case is not null && reader.Depth == _caseDepth)
        {
            Cases++;
            take(_case.Build());
            _case = null;
        }
        else if (_case is null && _suites.TryPeek(out (int Depth, string Name) suite) && suite.Depth == reader.Depth)
        {
            _suites.Pop();
        }
    }

    private string Taken() => Clean(_text.ToString());

    private void Append()
    {
        int read;
        while ((read = reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            int room = Math.Min(read, limits.MaxTextBytes - _text.Length);
            _text.Append(_chunk, 0, room);
            if (room < read && !_isCut)
            {
                _isCut = true;
                log.Add(DecodingCodes.FieldTooLarge, DecodeRepair.Cut, _case!.Name, Place, $"A text has more than {limits.MaxTextBytes} characters.");
            }
        }
    }

    private string Attribute(string name)
    {
        string value = Clean(reader.GetAttribute(name) ?? "");
        if (value.Length <= limits.MaxTextBytes)
        {
            return value;
        }

        log.Add(DecodingCodes.FieldTooLarge, DecodeRepair.Cut, _case?.Name ?? "", Place, $"\"{name}\" has {value.Length} characters; the limit is {limits.MaxTextBytes}.");
        return Clean(value[..limits.MaxTextBytes]);
    }

    // References can name characters that nothing can store: half of a surrogate pair, or zero. A cut can also halve a pair.
    private static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}
