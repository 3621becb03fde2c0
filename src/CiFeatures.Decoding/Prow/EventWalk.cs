using System.Text;
using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.Prow;

/// <summary>Takes the tokens of an event list in the order of the file: an object with <c>items</c>, or a list.</summary>
/// <param name="log">Gets entries and values that cannot be read.</param>
/// <param name="limits">What the list may have.</param>
internal sealed class EventWalk(IssueLog log, DecodeLimits limits)
{
    private readonly string[] _names = new string[3];
    private List<KubernetesEvent> _events = [];
    private EventDraft? _draft;
    private int _depth;

    // The depth of the list's entries: 1 in a bare list, 2 below "items"; 0 while no list is open.
    private int _listDepth;
    private string _rootField = "";
    private bool _isList;
    private bool _hasText;
    private long _index;

    /// <summary>The events that are whole.</summary>
    public IReadOnlyList<KubernetesEvent> Events => _events;

    /// <summary>What makes it no event list; null when nothing does.</summary>
    public string? NoList { get; private set; }

    /// <summary>Whether there are more events than allowed.</summary>
    public bool IsTooMany => _events.Count > limits.MaxEvents;

    /// <summary>Takes one token.</summary>
    /// <param name="json">Stands on it.</param>
    /// <param name="position">The byte where it starts.</param>
    public void Take(ref readonly Utf8JsonReader json, long position)
    {
        if (NoList is not null || IsTooMany)
        {
            return;
        }

        switch (json.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(json.TokenType, position);
                _depth++;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _depth--;
                Close(position);
                break;
            case JsonTokenType.PropertyName:
                Name(in json, position);
                break;
            default:
                Value(in json, position);
                break;
        }
    }

    /// <summary>Says at the end what is missing.</summary>
    public void Complete()
    {
        if (NoList is null && !_isList)
        {
            NoList = "It is an object without \"items\".";
        }
    }

    private void Open(JsonTokenType token, long position)
    {
        if (_depth == 0)
        {
            _isList = token == JsonTokenType.StartArray;
            _listDepth = _isList ? 1 : 0;
        }
        else if (_depth == 1 && _listDepth == 0)
        {
            OpenField(token, position);
        }
        else if (_depth == _listDepth)
        {
            if (token == JsonTokenType.StartObject)
            {
                _draft = new EventDraft();
                Array.Clear(_names);
            }
            else
            {
                BadEntry("a list", position);
            }
        }
        else if (_draft is not null && PathAt(_depth) is { } path && EventDraft.Knows(path))
        {
            BadValue(path, token == JsonTokenType.StartObject ? "an object" : "a list", position);
        }
    }

    private void OpenField(JsonTokenType token, long position)
    {
        if (_rootField != "items")
        {
            return;
        }

        if (token != JsonTokenType.StartArray)
        {
            NoList = "Its \"items\" is an object, not a list.";
            return;
        }

        if (_isList)
        {
            log.Add(DecodingCodes.RepeatedField, DecodeRepair.Noted, "", $"byte {position}", "\"items\" occurs twice; the last one holds.");
            _events = [];
            _index = 0;
        }

        _isList = true;
        _listDepth = 2;
    }

    private void Close(long position)
    {
        if (_draft is not null && _depth == _listDepth)
        {
            string at = $"items[{_index}], byte {position}";
            KubernetesEvent built = _draft.Build((path, text) =>
                log.Add(DecodingCodes.UnusableEvent, DecodeRepair.Ignored, "", at, $"\"{path}\" is \"{BuildJson.Shown(text)}\", which is neither a time nor a count."));
            if (_hasText)
            {
                _events.Add(built);
            }
            else
            {
                log.Add(DecodingCodes.UnusableEvent, DecodeRepair.Ignored, "", at, "The entry has nothing that an event has.");
            }

            _draft = null;
            _hasText = false;
            _index++;
        }
        else if (_listDepth == 2 && _depth == 1)
        {
            _listDepth = 0;
            _rootField = "";
        }
    }

    private void Name(ref readonly Utf8JsonReader json, long position)
    {
        if (_depth == 1 && _listDepth == 0)
        {
            _rootField = Text(in json, position);
        }
        else if (_draft is not null && _depth - _listDepth - 1 is >= 0 and var level && level < _names.Length)
        {
            _names[level] = Text(in json, position);
        }
    }

    private void Value(ref readonly Utf8JsonReader json, long position)
    {
        bool isNull = json.TokenType == JsonTokenType.Null;
        if (_depth == 0)
        {
            NoList = $"It is {Json.AnswerReader.Describe(json.TokenType)}, not an object or a list.";
        }
        else if (_depth == 1 && _listDepth == 0)
        {
            // Go writes a list without entries as null.
            if (_rootField == "items")
            {
                _isList = isNull;
                NoList = isNull ? null : $"Its \"items\" is {Json.AnswerReader.Describe(json.TokenType)}, not a list.";
            }
        }
        else if (_depth == _listDepth)
        {
            BadEntry(Json.AnswerReader.Describe(json.TokenType), position);
        }
        else if (_draft is not null && !isNull && PathAt(_depth) is { } path && EventDraft.Knows(path))
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                _hasText = true;
                _draft.Put(path, json.TokenType == JsonTokenType.String ? Text(in json, position) : Encoding.UTF8.GetString(json.ValueSpan));
            }
            else
            {
                BadValue(path, Json.AnswerReader.Describe(json.TokenType), position);
            }
        }
    }

    // The path of the value that comes, from its event on; null in lists and deeper than anything that is read.
    private string? PathAt(int depth) => (depth - _listDepth) switch
    {
        1 => _names[0],
        2 => $"{_names[0]}.{_names[1]}",
        _ => null,
    };

    private string Text(ref readonly Utf8JsonReader json, long position)
    {
        string text = JsonText.Of(in json, out bool isRepaired);
        if (isRepaired)
        {
            log.Add(DecodingCodes.CharactersReplaced, DecodeRepair.Replaced, "", $"byte {position}", "A text has bytes that are not UTF-8 or half of a surrogate pair; they were read as U+FFFD.");
        }

        if (text.Length <= limits.MaxTextBytes)
        {
            return text;
        }

        log.Add(DecodingCodes.FieldTooLarge, DecodeRepair.Cut, "", $"byte {position}", $"A text has {text.Length} characters; the limit is {limits.MaxTextBytes}.");
        int length = char.IsHighSurrogate(text[limits.MaxTextBytes - 1]) ? limits.MaxTextBytes - 1 : limits.MaxTextBytes;
        return text[..length];
    }

    private void BadEntry(string found, long position)
    {
        log.Add(DecodingCodes.UnusableEvent, DecodeRepair.Ignored, "", $"items[{_index}], byte {position}", $"The entry is {found}, not an object.");
        _index++;
    }

    private void BadValue(string path, string found, long position) =>
        log.Add(DecodingCodes.UnusableEvent, DecodeRepair.Ignored, "", $"items[{_index}], byte {position}", $"\"{path}\" is {found}, which it should not be.");
}
