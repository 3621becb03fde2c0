using System.Buffers;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Writes grids as TestGrid publishes them, so that <see cref="TableAnswerReader"/> and every other client reads them.</summary>
/// <remarks>
/// Fields that are absent in the grid are not written. Statuses are maximal runs, times milliseconds. The same grid always gives the same bytes.
/// What the form has no place for (cell ids, sparse metrics) is not written.
/// </remarks>
public static class TableAnswerWriter
{
    /// <summary>Writes a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="output">Gets the JSON as UTF-8 without a byte order mark.</param>
    public static void Write(JobGrid grid, Stream output)
    {
        ArrayBufferWriter<byte> buffer = new();
        Write(grid, buffer);
        output.Write(buffer.WrittenSpan);
    }

    /// <summary>Writes a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="output">Gets the JSON as UTF-8 without a byte order mark.</param>
    public static void Write(JobGrid grid, IBufferWriter<byte> output)
    {
        using Utf8JsonWriter json = AnswerWriter.Open(output);
        GridInfo info = grid.Info;
        json.WriteStartObject();
        json.Write("test-group-name", info.TestGroupName);
        json.Write("query", info.Query);
        json.Write("status", info.ServedText);
        json.Write("cached", info.Cached);
        json.Write("summary", info.Summary);
        json.Write("changelists", grid.Runs.Builds);
        json.Write("column_ids", info.ColumnIds);
        json.WriteStartArray("custom-columns");
        foreach (string[] header in grid.Runs.Headers)
        {
            json.WriteStartArray();
            foreach (string value in header)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Write("column-header-names", HeaderNames(grid));
        json.Write("groups", info.Groups);
        json.Write("metrics", info.Metrics);
        WriteRows(json, grid);
        json.WriteStartArray("timestamps");
        foreach (long time in grid.Runs.TimesMs)
        {
            json.WriteNumberValue(time);
        }

        json.WriteEndArray();
        json.Write("stale-test-threshold", info.StaleTestThreshold);
        json.Write("num-stale-tests", info.StaleTestCount);
        json.Write("alerts", info.Alerts);
        json.Write("description", info.Description);
        json.Write("bug-component", info.BugComponent);
        json.Write("code-search-path", info.CodeSearchPath);
        WriteTemplates(json, info.LinkTemplates);
        json.Write("results-text", info.ResultsText);
        json.Write("latest-green", info.LatestGreen);
        json.Write("overall-status", info.OverallStatus);
        json.WriteOthers(info.OtherFields);
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, JobGrid grid)
    {
        json.WriteStartArray("tests");
        for (int i = 0; i < grid.Tests.Count; i++)
        {
            RowWriter.Write(json, grid.Tests[i], grid.Row(i));
        }

        json.WriteEndArray();
        json.WriteStartArray("row_ids");
        foreach (TestRow row in grid.Tests)
        {
            json.WriteStringValue(row.Id);
        }

        json.WriteEndArray();
    }

    // The published list starts with three fixed headers; a grid that was not read from an answer may only know the custom ones.
    private static IReadOnlyList<string> HeaderNames(JobGrid grid) =>
        grid.Info.ColumnHeaderNames.Count > 0 ? grid.Info.ColumnHeaderNames : ["Date", "Time", "Build Number", .. grid.Runs.HeaderNames];

    private static void WriteTemplates(Utf8JsonWriter json, IReadOnlyDictionary<string, LinkTemplate> templates)
    {
        foreach ((string field, LinkTemplate template) in templates)
        {
            json.WriteStartObject(field);
            json.WriteString("url", template.Url);
            json.WriteString("name", template.Name);
            json.WriteStartObject("options");
            foreach ((string name, string value) in template.Options)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
