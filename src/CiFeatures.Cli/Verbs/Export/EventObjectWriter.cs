using System.Text.Json;
using System.Text.Unicode;
using CiFeatures.Cli.Verbs.Builds;

namespace CiFeatures.Cli.Verbs.Export;

/// <summary>Writes one JSON object whose values are stored JSON texts, copied byte by byte.</summary>
internal sealed class EventObjectWriter(Stream stream)
{
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 256 };
    private bool _any;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Says why a stored text cannot stand in a JSON object; null when it can. An empty file stands as an empty text.</summary>
    public static (string Code, string Reason)? Problem(ReadOnlyMemory<byte> stored)
    {
        ReadOnlySpan<byte> text = Text(stored.Span);
        if (text.Length == 0)
        {
            return null;
        }

        if (!Utf8.IsValid(text))
        {
            return (BuildErrors.NotJson, "it is not valid UTF-8");
        }

        try
        {
            var reader = new Utf8JsonReader(text, Reading);
            while (reader.Read())
            {
                // Reading is the check.
            }

            return null;
        }
        catch (JsonException error)
        {
            return (BuildErrors.NotJson, $"it is not valid JSON: {error.Message}");
        }
    }

    /// <summary>Adds a build.</summary>
    public void Add(string build, ReadOnlyMemory<byte>? events)
    {
        stream.Write(_any ? ",\n"u8 : "{\n"u8);
        _any = true;
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(build));
        stream.Write(": "u8);
        ReadOnlySpan<byte> text = events is { } stored ? Text(stored.Span) : [];
        stream.Write(text.Length == 0 ? "\"\""u8 : text);
    }

    public void Complete() => stream.Write(_any ? "\n}\n"u8 : "{}\n"u8);

    // A byte order mark and white space around the value are not part of it.
    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> stored) =>
        (stored.StartsWith(ByteOrderMark) ? stored[3..] : stored).Trim(" \t\r\n"u8);
}
