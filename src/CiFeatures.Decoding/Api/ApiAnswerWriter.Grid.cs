using System.Text.Json;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Api;

/// <content>Writes grids.</content>
public static partial class ApiAnswerWriter
{
    /// <summary>The answer of <c>/dashboards/{d}/tabs/{t}/headers</c>.</summary>
    /// <param name="grid">The grid. Names of headers have no place in this form.</param>
    public static byte[] Headers(JobGrid grid) => JsonTexts.Bytes(json =>
    {
        RunAxis runs = grid.Runs;
        json.WriteStartObject();
        if (runs.Count > 0)
        {
            json.WriteStartArray("headers");
            for (int run = 0; run < runs.Count; run++)
            {
                json.WriteStartObject();
                WriteText(json, "build", runs.Builds[run]);
                WriteText(json, "name", NameOf(grid.Info, run));
                json.WriteString("started", ApiTime.Format(runs.TimesMs[run]));
                WriteTexts(json, "extra", [.. runs.Headers.Select(h => h[run])]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    /// <summary>The answer of <c>/dashboards/{d}/tabs/{t}/rows</c>.</summary>
    /// <param name="grid">The grid. Durations, metrics, user properties and row ids have no place in this form.</param>
    public static byte[] Rows(JobGrid grid) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        if (grid.Tests.Count > 0)
        {
            json.WriteStartArray("rows");
            for (int test = 0; test < grid.Tests.Count; test++)
            {
                WriteRow(json, grid, test);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static void WriteRow(Utf8JsonWriter json, JobGrid grid, int test)
    {
        TestRow row = grid.Tests[test];
        json.WriteStartObject();
        WriteText(json, "name", row.Name);
        if (grid.Runs.Count > 0)
        {
            json.WriteStartArray("cells");
            foreach (GridCell cell in grid.Cells(test))
            {
                json.WriteStartObject();
                WriteNumber(json, "result", (int)cell.Status);
                WriteText(json, "cell_id", cell.CellId);
                WriteText(json, "message", cell.Message);
                WriteText(json, "icon", cell.ShortText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteTexts(json, "issues", row.LinkedBugs);
        if (row.Alert is { } alert)
        {
            WriteAlert(json, alert);
        }

        json.WriteEndObject();
    }

    private static void WriteAlert(Utf8JsonWriter json, RowAlert alert)
    {
        json.WriteStartObject("alert");
        WriteNumber(json, "fail_count", alert.FailCount ?? 0);
        WriteText(json, "fail_build_id", alert.FailBuild.ValueOr(""));
        WriteTime(json, "fail_time", alert.FailTimeMs);
        WriteText(json, "fail_test_id", alert.TestId.ValueOr(""));
        WriteText(json, "pass_build_id", alert.PassBuild.ValueOr(""));
        WriteTime(json, "pass_time", alert.PassTimeMs);
        WriteText(json, "failure_message", alert.Message.ValueOr(""));
        WriteText(json, "build_link", alert.Link.ValueOr(""));
        WriteText(json, "build_link_text", alert.LinkText.ValueOr(""));
        WriteText(json, "build_url_text", alert.UrlText.ValueOr(""));
        if (alert.Properties.ValueOrDefault() is { Count: > 0 } properties)
        {
            json.WriteStartObject("properties");
            foreach ((string name, string value) in properties.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        WriteTexts(json, "hotlist_ids", alert.HotlistIds.ValueOr([]));
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string field, long? time)
    {
        if (time is { } milliseconds)
        {
            json.WriteString(field, ApiTime.Format(milliseconds));
        }
    }

    // A column's id is its name, this private-use character, and its build; most columns have no name.
    private static string NameOf(GridInfo info, int run)
    {
        if (info.ColumnIds.ValueOrDefault() is not { } ids || run >= ids.Count)
        {
            return "";
        }

        int separator = ids[run].LastIndexOf('\uE000');
        return separator <= 0 ? "" : ids[run][..separator];
    }
}
