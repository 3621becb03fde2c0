using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Json;

/// <summary>What the writers of answers share: absent fields are not written, null is written as null.</summary>
internal static class AnswerWriter
{
    /// <summary>Makes a JSON writer: no white space, letters of all languages as they are.</summary>
    /// <param name="output">Gets the bytes.</param>
    public static Utf8JsonWriter Open(IBufferWriter<byte> output) =>
        new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public static void Write(this Utf8JsonWriter json, string field, Published<string> value)
    {
        if (value.State == PublishedState.Null)
        {
            json.WriteNull(field);
        }
        else if (value.HasValue)
        {
            json.WriteString(field, value.ValueOr(""));
        }
    }

    public static void Write(this Utf8JsonWriter json, string field, Published<int> value)
    {
        if (value.State == PublishedState.Null)
        {
            json.WriteNull(field);
        }
        else if (value.HasValue)
        {
            json.WriteNumber(field, value.ValueOr(0));
        }
    }

    public static void Write(this Utf8JsonWriter json, string field, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(field, number);
        }
    }

    public static void Write(this Utf8JsonWriter json, string field, Published<bool> value)
    {
        if (value.State == PublishedState.Null)
        {
            json.WriteNull(field);
        }
        else if (value.HasValue)
        {
            json.WriteBoolean(field, value.ValueOr(false));
        }
    }

    public static void Write(this Utf8JsonWriter json, string field, Published<IReadOnlyList<string>> value)
    {
        if (value.State == PublishedState.Null)
        {
            json.WriteNull(field);
        }
        else if (value.ValueOrDefault() is { } list)
        {
            json.Write(field, list);
        }
    }

    public static void Write(this Utf8JsonWriter json, string field, IReadOnlyList<string> list)
    {
        json.WriteStartArray(field);
        foreach (string text in list)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void WriteOthers(this Utf8JsonWriter json, IReadOnlyDictionary<string, string> others)
    {
        foreach ((string field, string raw) in others)
        {
            json.WritePropertyName(field);
            json.WriteRawValue(raw, skipInputValidation: true);
        }
    }
}
