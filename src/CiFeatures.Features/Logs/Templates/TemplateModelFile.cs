using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Stores template models as JSON and reads them back. A stored model finds the same templates as the one that was stored.</summary>
/// <remarks>
/// <c>{"schema": "cifeatures/log-templates/v1", "built_in_masks", "masks": [{"name", "pattern"}], "max_templates", "max_tokens",
/// "max_line_bytes", "lines", "templates": [{"id", "count", "first_line", "example", "tokens"}]}</c>. <c>tokens</c> has by turns what stands
/// between words and a word, or null for a value; it begins and ends with what stands between.
/// </remarks>
public static partial class TemplateModelFile
{
    private const string Schema = "cifeatures/log-templates/v1";
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a model. Same model, same bytes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(TemplateModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteOptions(json, model.Options);
        json.WriteNumber("lines", model.Lines);
        json.WriteStartArray("templates");
        foreach (LogTemplate template in model.Templates)
        {
            WriteTemplate(json, template);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The stored model.</param>
    /// <param name="place">What to call it in an error.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1346: it is damaged or something else; CIF1347: a newer version wrote it.</exception>
    public static TemplateModel Read(Stream stream, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement root = document.RootElement;
            CheckSchema(root.GetProperty("schema").GetString() ?? "", place);
            TemplateOptions options = ReadOptions(root).Checked();
            LogTemplate[] templates = [.. root.GetProperty("templates").EnumerateArray().Select(t => ReadTemplate(t, place))];
            if (templates.DistinctBy(t => t.Id).Count() != templates.Length)
            {
                TemplateErrors.ThrowDamagedModel(place, "two templates have the same id");
            }

            return new TemplateModel(options, templates, root.GetProperty("lines").GetInt64());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            TemplateErrors.ThrowDamagedModel(place, error.Message, error);
            return null;
        }
    }

    private static void CheckSchema(string schema, string place)
    {
        if (schema == Schema)
        {
            return;
        }

        if (OtherVersion().IsMatch(schema))
        {
            TemplateErrors.ThrowNewerModel(place, schema);
        }

        TemplateErrors.ThrowDamagedModel(place, $"its schema is not {Schema}");
    }

    private static void WriteOptions(Utf8JsonWriter json, TemplateOptions options)
    {
        json.WriteBoolean("built_in_masks", options.BuiltInMasks);
        json.WriteStartArray("masks");
        foreach (TemplateMask mask in options.Masks)
        {
            json.WriteStartObject();
            json.WriteString("name", mask.Name);
            json.WriteString("pattern", mask.Pattern);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("max_templates", options.MaxTemplates);
        json.WriteNumber("max_tokens", options.MaxTokens);
        json.WriteNumber("max_line_bytes", options.MaxLineBytes);
    }

    private static TemplateOptions ReadOptions(JsonElement root) => new()
    {
        BuiltInMasks = root.GetProperty("built_in_masks").GetBoolean(),
        Masks = [.. root.GetProperty("masks").EnumerateArray().Select(m => new TemplateMask(Text(m.GetProperty("name")), Text(m.GetProperty("pattern"))))],
        MaxTemplates = root.GetProperty("max_templates").GetInt32(),
        MaxTokens = root.GetProperty("max_tokens").GetInt32(),
        MaxLineBytes = root.GetProperty("max_line_bytes").GetInt32(),
    };

    private static void WriteTemplate(Utf8JsonWriter json, LogTemplate template)
    {
        json.WriteStartObject();
        json.WriteString("id", template.Id);
        json.WriteNumber("count", template.Count);
        json.WriteNumber("first_line", template.FirstLine);
        json.WriteString("example", template.Example);
        json.WriteStartArray("tokens");
        TokenPattern pattern = template.Pattern;
        for (int i = 0; i < pattern.WordTexts.Length; i++)
        {
            json.WriteStringValue(pattern.GapTexts[i]);
            json.WriteStringValue(pattern.WordTexts[i]);
        }

        json.WriteStringValue(pattern.GapTexts[^1]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static LogTemplate ReadTemplate(JsonElement template, string place)
    {
        JsonElement[] tokens = [.. template.GetProperty("tokens").EnumerateArray()];
        if (tokens.Length % 2 == 0)
        {
            TemplateErrors.ThrowDamagedModel(place, $"template {Text(template.GetProperty("id"))} has a word too few or too many");
        }

        string[] gaps = [.. tokens.Where((_, i) => i % 2 == 0).Select(Text)];
        string?[] words = [.. tokens.Where((_, i) => i % 2 == 1).Select(t => t.GetString())];
        return new LogTemplate(TokenPattern.FromTexts(words, gaps), Text(template.GetProperty("id")), template.GetProperty("count").GetInt64(), template.GetProperty("first_line").GetInt64(), Text(template.GetProperty("example")));
    }

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("a text is null");

    [GeneratedRegex("^cifeatures/log-templates/v[0-9]+$")]
    private static partial Regex OtherVersion();
}
