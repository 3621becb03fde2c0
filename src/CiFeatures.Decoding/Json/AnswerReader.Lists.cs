using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Json;

/// <content>Reads lists. Each method stands on the value and leaves the reader on the value's last token.</content>
internal ref partial struct AnswerReader
{
    /// <summary>A list of texts. Numbers become their digits, null becomes an empty text; other values too, which is reported once.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="texts">Gets the entries.</param>
    /// <param name="test">The row, or empty.</param>
    /// <returns>False when the value is not a list: null, or something else, which is reported.</returns>
    public bool TryTexts<TList>(string field, TList texts, string test = "")
        where TList : ITextSink
    {
        if (Token != JsonTokenType.StartArray)
        {
            if (Token != JsonTokenType.Null)
            {
                IgnoreWrongType(field, test);
            }

            return false;
        }

        bool reported = false;
        for (int index = 0; Read() && Token != JsonTokenType.EndArray; index++)
        {
            if (Token == JsonTokenType.String && Json.ValueSpan.IsEmpty)
            {
                texts.AddEmpty();
                continue;
            }

            if (TryText(out string text))
            {
                texts.Add(text);
                continue;
            }

            texts.AddEmpty();
            ReportEntry(field, test, index, ref reported);
            Skip();
        }

        return true;
    }

    /// <summary>A list of texts that may be null or absent.</summary>
    /// <param name="field">The field, for the report.</param>
    public Published<IReadOnlyList<string>> OptionalTexts(string field)
    {
        if (Token == JsonTokenType.Null)
        {
            return Published<IReadOnlyList<string>>.Null;
        }

        TextList texts = new();
        return TryTexts(field, texts) ? Published<IReadOnlyList<string>>.Of(texts.Items) : default;
    }

    /// <summary>A list of texts, empty for null.</summary>
    /// <param name="field">The field, for the report.</param>
    public List<string> Texts(string field)
    {
        TextList texts = new();
        TryTexts(field, texts);
        return texts.Items;
    }

    /// <summary>A list whose entries are kept as text: strings as they are, everything else as its JSON text.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public IReadOnlyList<string> TextsOrRaw(string field, string test = "")
    {
        if (Token != JsonTokenType.StartArray)
        {
            if (Token != JsonTokenType.Null)
            {
                IgnoreWrongType(field, test);
            }

            return [];
        }

        List<string>? entries = null;
        while (Read() && Token != JsonTokenType.EndArray)
        {
            (entries ??= []).Add(TryText(out string text) ? text : Raw(field, test) ?? "");
        }

        return entries ?? (IReadOnlyList<string>)[];
    }

    private readonly void ReportEntry(string field, string test, int index, ref bool reported)
    {
        if (Token == JsonTokenType.Null || reported)
        {
            return;
        }

        reported = true;
        Issues.Add(
            DecodingCodes.WrongType, DecodeRepair.Ignored, test, $"{field}[{index}], byte {Position}",
            $"An entry of \"{field}\" is {Describe(Token)}; it and others like it were read as empty texts.");
    }
}
