using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Grids;

namespace CiFeatures.Simulation.Publishing;

/// <summary>Writes one row of a table answer.</summary>
internal sealed class RowWriter(SimulationOptions options)
{
    private readonly List<string> _messages = [];
    private readonly List<string> _shorts = [];

    public void Write(Utf8JsonWriter json, GridView view, GridRow row, CellWords words)
    {
        json.WriteStartObject();
        GoText.Write(json, "name", row.Name);
        GoText.Write(json, "original-name", row.Name);
        WriteAlert(json, view, row, words);
        json.WriteStartArray("linked_bugs");
        json.WriteEndArray();
        CollectWords(row, words);
        WriteStrings(json, "messages", _messages);
        WriteStrings(json, "short_texts", _shorts);
        WriteStatuses(json, row);

        // In 2020 the rows of a suite had the suite as their target.
        bool suiteTarget = options.Era == ServiceEra.Autumn2020 && row.Name.StartsWith("operator.", StringComparison.Ordinal);
        GoText.Write(json, "target", suiteTarget ? "operator" : row.Name);
        if (options.Era != ServiceEra.Year2022)
        {
            json.WriteNull("user_property");
        }

        if (options.Durations && row.Test is not null)
        {
            WriteGraphs(json, view, row);
        }

        json.WriteEndObject();
    }

    private void CollectWords(GridRow row, CellWords words)
    {
        _messages.Clear();
        _shorts.Clear();
        for (int column = 0; column < row.Cells.Length; column++)
        {
            if (row.Cells[column] != (byte)CellStatus.NoResult)
            {
                (string message, string shortText) = words.Of(row, column);
                _messages.Add(message);
                _shorts.Add(shortText);
            }
        }
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, List<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            GoText.WriteValue(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteStatuses(Utf8JsonWriter json, GridRow row)
    {
        json.WriteStartArray("statuses");
        for (int start = 0; start < row.Cells.Length;)
        {
            int length = row.Cells.AsSpan(start).IndexOfAnyExcept(row.Cells[start]);
            length = length < 0 ? row.Cells.Length - start : length;
            json.WriteStartObject();
            json.WriteNumber("count", length);
            json.WriteNumber("value", row.Cells[start]);
            json.WriteEndObject();
            start += length;
        }

        json.WriteEndArray();
    }

    private static void WriteGraphs(Utf8JsonWriter json, GridView view, GridRow row)
    {
        json.WriteStartArray("graphs");
        json.WriteStartObject();
        json.WriteStartArray("metric");
        json.WriteStringValue("test-duration-minutes");
        json.WriteEndArray();
        json.WriteStartArray("values");
        json.WriteStartArray();
        for (int column = 0; column < row.Cells.Length; column++)
        {
            double? minutes = Durations.Minutes(row.Test!, view.Columns[column], view.RunIndex[column], (CellStatus)row.Cells[column]);
            if (minutes is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteAlert(Utf8JsonWriter json, GridView view, GridRow row, CellWords words)
    {
        if (row.Outage is not { } outage)
        {
            json.WriteNull("alert");
            return;
        }

        bool late = options.Era == ServiceEra.Year2022;
        int count = outage.PublishedCount(options.Era);
        long unit = options.Era == ServiceEra.Autumn2020 || late ? 1 : 1000;
        Model.RunPlan failed = view.Columns[outage.OldestFail];
        Model.RunPlan? passed = outage.LastPass < 0 ? null : view.Columns[outage.LastPass];
        json.WriteStartObject("alert");
        json.WriteString(late ? "fail-build-id" : "fail-cl", late ? failed.Build : failed.Extra[0]);
        json.WriteNumber("fail-count", count);
        json.WriteNumber("fail-time", failed.PublishedMs * unit);
        json.WriteString("text", string.Create(CultureInfo.InvariantCulture, $"Alert: {count} failures"));
        GoText.Write(json, "message", words.Of(row, outage.NewestFail).Message);
        json.WriteString("link-text", "");
        json.WriteString("link", "");
        json.WriteString("url-text", "");
        json.WriteString("test-id", "");
        json.WriteString(late ? "pass-build-id" : "pass-cl", passed is null ? "" : late ? passed.Build : passed.Extra[0]);
        json.WriteNumber("pass-count", 0);
        json.WriteNumber("pass-time", (passed?.PublishedMs ?? 0) * unit);
        json.WriteString("code-search-path", "");
        GoText.Write(json, "test-name", row.Name);
        json.WriteNull("properties");
        if (options.Era != ServiceEra.Autumn2020)
        {
            json.WriteNull("hotlist_ids");
        }

        json.WriteEndObject();
    }
}
