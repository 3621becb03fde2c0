using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.Json;

/// <summary>A JSON reader over one answer with what all readers of answers share: limits, issues, shared texts, places.</summary>
internal ref partial struct AnswerReader
{
    /// <summary>The reader; it stands on the value that is to be read next.</summary>
    public Utf8JsonReader Json;

    private readonly ReadOnlySpan<byte> _document;
    private readonly TextPool _pool = new();
    private readonly int _skippedAtStart;
    private long _otherBytes;

    private AnswerReader(ReadOnlySpan<byte> document, int skippedAtStart, IssueLog issues, DecodeLimits limits)
    {
        _document = document;
        _skippedAtStart = skippedAtStart;
        Issues = issues;
        Limits = limits;
        Json = new(document, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
    }

    /// <summary>Gets what is repaired.</summary>
    public IssueLog Issues { get; }

    /// <summary>What the answer may have.</summary>
    public DecodeLimits Limits { get; }

    /// <summary>The byte where the current token starts.</summary>
    public readonly long Position => Json.TokenStartIndex + _skippedAtStart;

    /// <summary>The token type that the reader stands on.</summary>
    public readonly JsonTokenType Token => Json.TokenType;

    /// <summary>Checks what can be checked before reading (size, UTF-8) and stands before the first token.</summary>
    /// <param name="utf8">The answer's bytes.</param>
    /// <param name="issues">Gets what is repaired; names the dashboard and job.</param>
    /// <param name="limits">What the answer may have.</param>
    public static AnswerReader Open(ReadOnlySpan<byte> utf8, IssueLog issues, DecodeLimits limits)
    {
        string place = issues.Place;
        if (utf8.Length > limits.MaxDocumentBytes)
        {
            DecodingErrors.TooLarge("bytes", utf8.Length, limits.MaxDocumentBytes, nameof(DecodeLimits.MaxDocumentBytes), place);
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        int skipped = utf8.StartsWith(mark) ? mark.Length : 0;
        ReadOnlySpan<byte> document = utf8[skipped..];
        if (!Utf8.IsValid(document))
        {
            DecodingErrors.DamagedJson("a byte is not valid UTF-8.", $"{place}, byte {FirstInvalid(document) + skipped}");
        }

        SayWhatElseItIs(document.TrimStart(" \t\r\n"u8), place);
        return new(document, skipped, issues, limits);
    }

    /// <summary>Goes to the next token.</summary>
    /// <exception cref="JsonException">The JSON is damaged or too deep; see <see cref="Damage"/>.</exception>
    public bool Read() => Json.Read();

    /// <summary>Goes past the value that the reader stands on; afterwards it stands on the value's last token.</summary>
    /// <exception cref="JsonException">The JSON is damaged or too deep; see <see cref="Damage"/>.</exception>
    public void Skip() => Json.Skip();

    /// <summary>Where the current token is, for an error: dashboard, job, path and byte.</summary>
    public readonly string Place() => PlaceAt(Json.TokenStartIndex);

    /// <summary>Reports that a field has a type that it should not have, and skips its value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="test">The row, or empty.</param>
    public void IgnoreWrongType(string field, string test = "")
    {
        Issues.Add(DecodingCodes.WrongType, DecodeRepair.Ignored, test, $"{field}, byte {Position}", $"\"{field}\" is {Describe(Token)}, which it should not be.");
        Skip();
    }

    /// <summary>What a token is, for a message.</summary>
    /// <param name="token">The token.</param>
    public static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "something else",
    };

    private readonly string PlaceAt(long position) =>
        $"{Issues.Place}, {JsonPlace.At(_document, position).Path}, byte {position + _skippedAtStart}";

    /// <summary>Turns what the JSON reader throws into an error with a place. It is caught once for each answer, not at each token.</summary>
    /// <param name="error">What was thrown.</param>
    /// <returns>Never; it throws.</returns>
    /// <exception cref="CiFeaturesException">Always.</exception>
    public readonly CiFeaturesException Damage(JsonException error)
    {
        int position = JsonPlace.ByteOf(_document, error);
        (string path, int depth) = JsonPlace.At(_document, position);
        string place = $"{Issues.Place}, {path}, byte {position + _skippedAtStart}";
        if (depth >= Limits.MaxDepth)
        {
            DecodingErrors.TooDeep(Limits.MaxDepth, place);
        }

        DecodingErrors.DamagedJson(position >= _document.Length ? "it ends too early." : FirstSentence(error.Message), place, error);
        return null;
    }

    // The text of the JSON library ends with its own place, which counts lines; ours counts bytes.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static void SayWhatElseItIs(ReadOnlySpan<byte> start, string place)
    {
        if (start.IsEmpty)
        {
            DecodingErrors.DamagedJson("it is empty.", $"{place}, byte 0");
        }

        if (start[0] == (byte)'<')
        {
            DecodingErrors.DamagedJson("it is an HTML or XML page.", $"{place}, byte 0");
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> document)
    {
        int position = 0;
        while (position < document.Length && Rune.DecodeFromUtf8(document[position..], out _, out int used) == System.Buffers.OperationStatus.Done)
        {
            position += used;
        }

        return position;
    }
}
