using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CiFeatures.Decoding.Json;

/// <summary>Finds the path and depth at a byte of a document. It reads the document again, so that a good document pays nothing for it.</summary>
internal static class JsonPlace
{
    private const int MaxParts = 12;
    private const int MaxNameLength = 80;

    /// <summary>The byte at which a reader found an error.</summary>
    /// <param name="document">The document.</param>
    /// <param name="error">The error; its line and column are counted from 0.</param>
    public static int ByteOf(ReadOnlySpan<byte> document, JsonException error)
    {
        int start = 0;
        for (long line = 0; line < (error.LineNumber ?? 0); line++)
        {
            int end = document[start..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            start += end + 1;
        }

        return (int)Math.Min(start + (error.BytePositionInLine ?? 0), document.Length);
    }

    /// <summary>The path of the value at a byte, such as <c>$.tests[3].name</c>, and how deep it lies.</summary>
    /// <param name="document">The document; may be damaged at or after the byte.</param>
    /// <param name="position">The byte.</param>
    public static (string Path, int Depth) At(ReadOnlySpan<byte> document, long position)
    {
        Utf8JsonReader reader = new(document, new JsonReaderOptions { MaxDepth = int.MaxValue });
        Part[] parts = new Part[MaxParts];
        int depth = 0;
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
            {
                depth = Step(ref reader, parts, depth);
                if (reader.TokenStartIndex == position)
                {
                    break;
                }
            }
        }
        catch (JsonException)
        {
            // The damage that is being reported; the parts so far are the answer.
        }

        return (Render(parts, depth), depth);
    }

    private static int Step(ref Utf8JsonReader reader, Part[] parts, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                SetName(ref reader, parts, depth);
                return depth;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                return depth - 1;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                CountValue(parts, depth);
                if (depth < MaxParts)
                {
                    parts[depth] = new(reader.TokenType == JsonTokenType.StartArray, -1, "");
                }

                return depth + 1;
            default:
                CountValue(parts, depth);
                return depth;
        }
    }

    private static void CountValue(Part[] parts, int depth)
    {
        if (depth is > 0 and <= MaxParts && parts[depth - 1].IsArray)
        {
            parts[depth - 1] = parts[depth - 1] with { Index = parts[depth - 1].Index + 1 };
        }
    }

    private static void SetName(ref Utf8JsonReader reader, Part[] parts, int depth)
    {
        if (depth is 0 or > MaxParts)
        {
            return;
        }

        string name = Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, MaxNameLength)]);
        parts[depth - 1] = parts[depth - 1] with { Name = name };
    }

    private static string Render(Part[] parts, int depth)
    {
        StringBuilder path = new("$");
        foreach (Part part in parts.AsSpan(0, Math.Clamp(depth, 0, MaxParts)))
        {
            if (part.IsArray)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{Math.Max(part.Index, 0)}]");
            }
            else if (part.Name is { Length: > 0 })
            {
                path.Append('.').Append(part.Name);
            }
        }

        return depth > MaxParts ? path.Append('…').ToString() : path.ToString();
    }

    private readonly record struct Part(bool IsArray, int Index, string Name);
}
