using System.Text.Json;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>The map <c>metadata</c> of <c>started.json</c> and <c>finished.json</c>, whose values may be anything.</summary>
internal sealed class BuildMetadata
{
    /// <summary>The values that are texts.</summary>
    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>The other values but nulls, as JSON.</summary>
    public SortedDictionary<string, string> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the map.</summary>
    /// <param name="answer">The reader; stands on the value of <c>metadata</c>.</param>
    public void Read(ref AnswerReader answer) => BuildJson.ReadFields(ref answer, "metadata", (ref AnswerReader a, string name) =>
    {
        Texts.Remove(name);
        Others.Remove(name);
        if (a.Token == JsonTokenType.String)
        {
            Texts[name] = a.Text();
        }
        else if (a.Raw($"metadata.{BuildJson.Shown(name)}") is { } raw && raw != "null")
        {
            Others[name] = raw;
        }
    });

    /// <summary>The fields of a value that is a map, each as JSON.</summary>
    /// <param name="others">Values that are no texts, as <see cref="Others"/> has them.</param>
    /// <param name="key">The value's name.</param>
    /// <returns>Null when there is no such value, or it is no map.</returns>
    public static IReadOnlyDictionary<string, string>? Map(IReadOnlyDictionary<string, string> others, string key)
    {
        if (!others.TryGetValue(key, out string? json))
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DecodeLimits.Default.MaxDepth });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        SortedDictionary<string, string> map = new(StringComparer.Ordinal);
        foreach (JsonProperty field in document.RootElement.EnumerateObject())
        {
            map[field.Name] = field.Value.GetRawText();
        }

        return map;
    }

    /// <summary>The entries of a value that is a list of texts.</summary>
    /// <param name="others">Values that are no texts, as <see cref="Others"/> has them.</param>
    /// <param name="key">The value's name.</param>
    /// <returns>Empty when there is no such value, it is no list, or one of its entries is no text.</returns>
    public static IReadOnlyList<string> List(IReadOnlyDictionary<string, string> others, string key)
    {
        if (!others.TryGetValue(key, out string? json))
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DecodeLimits.Default.MaxDepth });
        return document.RootElement.ValueKind == JsonValueKind.Array && document.RootElement.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? [.. document.RootElement.EnumerateArray().Select(e => e.GetString()!)]
            : [];
    }
}
