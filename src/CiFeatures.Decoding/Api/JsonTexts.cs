using System.Buffers;
using System.Text;
using System.Text.Json;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Makes short JSON texts for fields that are kept as they are.</summary>
internal static class JsonTexts
{
    /// <summary>A list of texts.</summary>
    /// <param name="texts">The texts.</param>
    public static string List(IReadOnlyList<string> texts) => Of(json =>
    {
        json.WriteStartArray();
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    });

    /// <summary>Whatever is written.</summary>
    /// <param name="write">Writes it.</param>
    public static string Of(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(write));

    /// <summary>Whatever is written, as UTF-8.</summary>
    /// <param name="write">Writes it.</param>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = AnswerWriter.Open(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
