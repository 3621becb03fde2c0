using System.Text.Json;

namespace CiFeatures.Simulation.Truth;

/// <summary>Writes <c>truth.json</c>: schema, version, options and sums.</summary>
internal static class TruthDocument
{
    public const string Schema = "cifeatures/simulation-truth/1";

    public static byte[] Write(SimulationOptions options, string version, SimulationResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("model_version", version);
            WriteOptions(json, options);
            json.WriteStartObject("made");
            json.WriteNumber("dashboards", result.Dashboards);
            json.WriteNumber("jobs", result.Jobs);
            json.WriteNumber("tables", result.Tables);
            json.WriteNumber("rows", result.Rows);
            json.WriteNumber("columns", result.Columns);
            json.WriteNumber("cells", result.Cells);
            json.WriteNumber("alerts", result.Alerts);
            json.WriteNumber("bytes", result.Bytes);
            if (options.BuildsPerJob > 0)
            {
                json.WriteNumber("builds", result.Builds);
                json.WriteNumber("build_bytes", result.BuildBytes);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, SimulationOptions options)
    {
        json.WriteStartObject("options");
        json.WriteNumber("seed", options.Seed);
        json.WriteStartArray("dashboards");
        for (int i = 0; i < options.Dashboards.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", options.Dashboards[i]);
            json.WriteNumber("jobs", options.JobsPerDashboard[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("tests_scale", options.TestsScale);
        json.WriteNumber("fewest_tests", options.FewestTests);
        json.WriteNumber("most_tests", options.MostTests);
        WriteOptional(json, "runs_per_job", options.RunsPerJob);
        if (options.BuildsPerJob > 0)
        {
            json.WriteNumber("builds_per_job", options.BuildsPerJob);
        }

        json.WriteString("start", options.Start?.UtcDateTime.ToString("O"));
        json.WriteString("end", options.End.UtcDateTime.ToString("O"));
        json.WriteNumber("snapshots", options.Snapshots);
        json.WriteNumber("snapshot_spacing_seconds", options.SnapshotSpacing.TotalSeconds);
        json.WriteBoolean("durations", options.Durations);
        json.WriteString("oddities", options.Oddities.ToString().ToLowerInvariant());
        json.WriteString("era", options.Era.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
