using System.Text.Encodings.Web;
using System.Text.Json;
using CiFeatures.Core.Grids;

namespace CiFeatures.Cli.Verbs;

/// <summary>Writes grids in the shape of the AI4CI data set: <c>{dashboard: {job: {grid: [{name, statuses, graphs}], timestamps}}}</c>.</summary>
/// <remarks>Only jobs with a table answer are written, as the notebook does; one without tests has an empty grid. Rows keep their published order.</remarks>
internal sealed class NotebookExport : IDisposable
{
    private readonly Utf8JsonWriter _json;
    private string? _dashboard;

    public NotebookExport(Stream output)
    {
        _json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
    }

    public int Jobs { get; private set; }

    /// <summary>Adds a job; jobs of one dashboard must come one after the other.</summary>
    public void Add(JobGrid grid)
    {
        if (_dashboard != grid.Key.Dashboard)
        {
            EndDashboard();
            _json.WriteStartObject(grid.Key.Dashboard);
            _dashboard = grid.Key.Dashboard;
        }

        Jobs++;
        _json.WriteStartObject(grid.Key.Job);
        _json.WriteStartArray("grid");
        for (int test = 0; test < grid.Tests.Count; test++)
        {
            WriteTest(grid, test);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("timestamps");
        foreach (long time in grid.Runs.TimesMs)
        {
            _json.WriteNumberValue(time);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Complete()
    {
        EndDashboard();
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void EndDashboard()
    {
        if (_dashboard is not null)
        {
            _json.WriteEndObject();
        }
    }

    private void WriteTest(JobGrid grid, int test)
    {
        _json.WriteStartObject();
        _json.WriteString("name", grid.Tests[test].Name);
        _json.WriteStartArray("statuses");
        ReadOnlySpan<byte> row = grid.Row(test);
        for (int start = 0; start < row.Length;)
        {
            int length = row[start..].IndexOfAnyExcept(row[start]);
            length = length < 0 ? row.Length - start : length;
            _json.WriteStartObject();
            _json.WriteNumber("count", length);
            _json.WriteNumber("value", row[start]);
            _json.WriteEndObject();
            start += length;
        }

        _json.WriteEndArray();
        WriteGraphs(grid.Tests[test].DurationMinutes);
        _json.WriteEndObject();
    }

    private void WriteGraphs(float[]? minutes)
    {
        if (minutes is null)
        {
            _json.WriteNull("graphs");
            return;
        }

        _json.WriteStartArray("graphs");
        _json.WriteStartObject();
        _json.WriteStartArray("metric");
        _json.WriteStringValue("test-duration-minutes");
        _json.WriteEndArray();
        _json.WriteStartArray("values");
        _json.WriteStartArray();
        foreach (float value in minutes)
        {
            if (float.IsFinite(value))
            {
                _json.WriteNumberValue(value);
            }
            else
            {
                _json.WriteNullValue();
            }
        }

        _json.WriteEndArray();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }
}
