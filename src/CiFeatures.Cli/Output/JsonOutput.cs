using System.Text.Encodings.Web;
using System.Text.Json;
using CiFeatures.Cli.Hosting;

namespace CiFeatures.Cli.Output;

/// <summary>Prints one JSON document on stdout, with the schema it follows.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints an object whose first field is <c>schema</c>.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="verb">The verb; the schema is <c>cifeatures/&lt;verb&gt;/v1</c>.</param>
    /// <param name="fields">Writes the other fields.</param>
    public static void Print(VerbContext context, string verb, Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", $"cifeatures/{verb}/v1");
            fields(json);
            json.WriteEndObject();
        }

        context.Environment.Output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Gives texts as one JSON array in a line.</summary>
    public static string Texts(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, OneLine);

    /// <summary>Writes an array.</summary>
    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an object of an array.</summary>
    public static void Object(this Utf8JsonWriter json, Action fields)
    {
        json.WriteStartObject();
        fields();
        json.WriteEndObject();
    }

    /// <summary>Writes a number, or null when there is none or it is not finite.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
