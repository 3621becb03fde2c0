using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>
/// Reads a row's <c>graphs</c>: <c>[{"metric":["test-duration-minutes"],"values":[[12.5,null,…]]}]</c>, one value for each column,
/// blank cells included. Other metrics are kept as their JSON text.
/// </summary>
internal static class DurationReader
{
    private const string DurationMetric = "test-duration-minutes";

    /// <summary>Reads the durations; stands on the value, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="row">The row; gets the JSON text when there is more than durations.</param>
    /// <returns>Minutes, NaN where absent; null when there are none.</returns>
    public static float[]? Read(ref AnswerReader answer, RowDraft row)
    {
        if (answer.Token == JsonTokenType.Null)
        {
            return null;
        }

        // The metric names may come after the values, and there may be other metrics: then the text is kept as well.
        AnswerReader start = answer;
        if (answer.Token != JsonTokenType.StartArray)
        {
            answer.IgnoreWrongType("graphs", row.Name ?? "");
            return null;
        }

        float[]? minutes = null;
        bool onlyDurations = true;
        while (answer.Read() && answer.Token != JsonTokenType.EndArray)
        {
            if (answer.Token != JsonTokenType.StartObject)
            {
                onlyDurations = false;
                answer.Skip();
                continue;
            }

            minutes = ReadGraph(ref answer, row, ref onlyDurations) ?? minutes;
        }

        if (!onlyDurations)
        {
            start.KeepOther(ref row.OtherFields, "graphs", row.Name ?? "");
            answer = start;
        }

        return minutes;
    }

    private static float[]? ReadGraph(ref AnswerReader answer, RowDraft row, ref bool onlyDurations)
    {
        List<string> metrics = [];
        List<float[]?> values = [];
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = answer.Name();
            answer.Read();
            switch (field)
            {
                case "metric" when answer.Token == JsonTokenType.String:
                    metrics = [answer.Text()];
                    break;
                case "metric":
                    metrics = answer.Texts("graphs.metric");
                    break;
                case "values" when answer.Token == JsonTokenType.StartArray:
                    values = ReadSeries(ref answer, row);
                    break;
                default:
                    onlyDurations = false;
                    answer.Skip();
                    break;
            }
        }

        int index = metrics.IndexOf(DurationMetric);
        onlyDurations &= metrics.Count == 1 && index == 0 && values.Count <= 1;
        return index >= 0 && index < values.Count ? values[index] : null;
    }

    private static List<float[]?> ReadSeries(ref AnswerReader answer, RowDraft row)
    {
        List<float[]?> series = [];
        while (answer.Read() && answer.Token != JsonTokenType.EndArray)
        {
            if (answer.Token == JsonTokenType.StartArray)
            {
                series.Add(ReadValues(ref answer, row));
                continue;
            }

            series.Add(null);
            if (answer.Token != JsonTokenType.Null)
            {
                answer.IgnoreWrongType("graphs.values", row.Name ?? "");
            }
        }

        return series;
    }

    private static float[] ReadValues(ref AnswerReader answer, RowDraft row)
    {
        List<float> minutes = [];
        bool reported = false;
        while (answer.Read() && answer.Token != JsonTokenType.EndArray)
        {
            float value = float.NaN;
            bool isNumber = answer.Token == JsonTokenType.Number && answer.Json.TryGetSingle(out value) && float.IsFinite(value);
            minutes.Add(isNumber ? value : float.NaN);
            if (!isNumber && !IsAbsent(ref answer) && !reported)
            {
                reported = true;
                answer.Issues.Add(
                    DecodingCodes.Durations, DecodeRepair.Ignored, row.Name ?? "", $"run {minutes.Count - 1}, byte {answer.Position}",
                    $"A duration is {answer.Found()}; it and others like it count as absent.");
            }

            answer.Skip();
        }

        return [.. minutes];
    }

    private static bool IsAbsent(ref AnswerReader answer) =>
        answer.Token == JsonTokenType.Null || (answer.Token == JsonTokenType.String && answer.TextIs("NaN"u8));
}
