using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;

namespace CiFeatures.Simulation.Publishing;

/// <summary>Writes a table answer in the service's order of fields.</summary>
internal sealed class TableAnswerWriter(SimulationOptions options)
{
    private const char IdMark = '\uE000';
    private readonly RowWriter _rows = new(options);

    public void Write(Utf8JsonWriter json, GridView view)
    {
        var chance = new ChanceStream(StreamKey.Of(view.Plan.Key, view.TakenMs));
        bool cached = options.Oddities != OddityLevel.None && chance.Hits(RowMeasures.CachedAnswers);
        bool nullLists = view.Plan.Oddities.NullLists || (cached && options.Era >= ServiceEra.Winter2021);
        json.WriteStartObject();
        WriteHead(json, view, chance, cached);
        WriteColumns(json, view);
        WriteRows(json, view);
        WriteClusters(json, view, nullLists);
        AnswerTail.Write(json, view, options.Era, nullLists);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteHead(Utf8JsonWriter json, GridView view, ChanceStream chance, bool cached)
    {
        string job = view.Plan.Job;
        long filled = view.Rows.Sum(row => (long)(row.Cells.Length - row.Cells.AsSpan().Count((byte)CellStatus.NoResult)));
        double seconds = Math.Round(chance.NextBetween(0.05, 0.6), 2);
        GoText.Write(json, "test-group-name", string.Concat(job.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());
        GoText.Write(json, "query", "simulated-ci/logs/" + job);
        json.WriteString("status", cached
            ? string.Create(CultureInfo.InvariantCulture, $"Served from cache in {seconds:F2} seconds")
            : string.Create(CultureInfo.InvariantCulture, $"Served {filled} results in {seconds:F2} seconds"));
        json.WriteStartObject("phase-timer");
        json.WriteStartArray("phases");
        json.WriteStringValue("config load");
        json.WriteStringValue(cached ? "cache peek" : "cache peek (stale)");
        json.WriteStringValue("state fetch");
        json.WriteEndArray();
        json.WriteStartArray("delta");
        json.WriteNumberValue(Math.Round(chance.NextBetween(0.00003, 0.0002), 9));
        json.WriteNumberValue(Math.Round(seconds / 4, 9));
        json.WriteNumberValue(Math.Round(seconds * 3 / 4, 9));
        json.WriteEndArray();
        json.WriteNumber("total", Math.Round(seconds + 0.0001, 9));
        json.WriteEndObject();
        json.WriteBoolean("cached", cached);
        json.WriteString("summary", "");
        json.WriteStartObject("bugs");
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, GridView view)
    {
        json.WriteStartArray("changelists");
        foreach (Model.RunPlan run in view.Columns)
        {
            json.WriteStringValue(run.Build);
        }

        json.WriteEndArray();
        json.WriteStartArray("column_ids");
        foreach (Model.RunPlan run in view.Columns)
        {
            GoText.WriteValue(json, IdMark + run.Build);
        }

        json.WriteEndArray();
        string[] headers = HeaderNames(view);
        json.WriteStartArray("custom-columns");
        for (int header = 3; header < headers.Length; header++)
        {
            json.WriteStartArray();
            foreach (Model.RunPlan run in view.Columns)
            {
                json.WriteStringValue(run.Extra[header - 3]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("column-header-names");
        foreach (string header in headers)
        {
            json.WriteStringValue(header);
        }

        json.WriteEndArray();
        json.WriteStartArray("groups");
        foreach (Model.RunPlan _ in view.Columns)
        {
            json.WriteStringValue("");
        }

        json.WriteEndArray();
        json.WriteStartArray("metrics");
        json.WriteStringValue("test-duration-minutes");
        json.WriteEndArray();
    }

    private static string[] HeaderNames(GridView view) => (view.Plan.Oddities.EmptyAnswer, view.Plan.Oddities.HeaderVariant) switch
    {
        (true, _) => ["Date", "Time", "Build Number"],
        (_, 1) => ["Date", "Time", "Build number", "Commit", "Infra-Commit"],
        (_, 2) => ["Date", "Time", "Build Number", "Commit"],
        (_, 3) => ["Date", "Time", "Build Number", "Commit", "Commit"],
        _ => ["Date", "Time", "Build Number", "Commit", "Infra-Commit"],
    };

    private void WriteRows(Utf8JsonWriter json, GridView view)
    {
        if (view.Plan.Oddities.NullTests && view.Rows.Count == 0)
        {
            json.WriteNull("tests");
        }
        else
        {
            json.WriteStartArray("tests");
            var words = new CellWords(view, options.Era);
            foreach (GridRow row in view.Rows)
            {
                _rows.Write(json, view, row, words);
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("row_ids");
        foreach (GridRow row in view.Rows)
        {
            GoText.WriteValue(json, row.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("timestamps");
        foreach (Model.RunPlan run in view.Columns)
        {
            json.WriteNumberValue(run.PublishedMs);
        }

        json.WriteEndArray();
    }

    /// <summary>In 2020 the service grouped the failing cells; later the list is empty or null.</summary>
    private void WriteClusters(Utf8JsonWriter json, GridView view, bool nullLists)
    {
        if (nullLists)
        {
            json.WriteNull("clusters");
            return;
        }

        json.WriteStartArray("clusters");
        long area = view.Rows.Sum(row => (long)row.Cells.AsSpan().Count((byte)CellStatus.Fail));
        if (options.Era == ServiceEra.Autumn2020 && area > 0)
        {
            json.WriteStartObject();
            json.WriteNumber("test_status", (int)CellStatus.Fail);
            json.WriteString("message", "");
            json.WriteNumber("area", area);
            json.WriteStartObject("test_results");
            foreach (GridRow row in view.Rows.OrderBy(row => row.Name, StringComparer.Ordinal))
            {
                WriteFailingColumns(json, row);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFailingColumns(Utf8JsonWriter json, GridRow row)
    {
        if (!row.Cells.AsSpan().Contains((byte)CellStatus.Fail))
        {
            return;
        }

        json.WriteStartArray(row.Name);
        for (int column = 0; column < row.Cells.Length; column++)
        {
            if (row.Cells[column] == (byte)CellStatus.Fail)
            {
                json.WriteNumberValue(column);
            }
        }

        json.WriteEndArray();
    }
}
