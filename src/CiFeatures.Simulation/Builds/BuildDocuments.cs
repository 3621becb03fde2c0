using System.Globalization;
using System.Text.Json;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation.Builds;

/// <summary>Writes the small JSON files of a build.</summary>
internal static class BuildDocuments
{
    public const string Bucket = "sim-ci-results";
    private const string Repository = "simulated/platform";
    private const string Container = "test";

    public static byte[] Started(BuildPlan build) => Write(indented: false, json =>
    {
        json.WriteNumber("timestamp", build.Started.ToUnixTimeSeconds());
        json.WriteStartObject("repos");
        json.WriteString(Repository, "main");
        json.WriteEndObject();
        json.WriteString("repo-commit", Commit(build));
    });

    public static byte[] Finished(BuildPlan build) => Write(indented: false, json =>
    {
        json.WriteNumber("timestamp", build.Finished.ToUnixTimeSeconds());
        json.WriteBoolean("passed", build.Passed);
        json.WriteString("result", build.Passed ? "SUCCESS" : "FAILURE");
        json.WriteString("revision", Commit(build));
        json.WriteStartObject("metadata");
        json.WriteString("infra-commit", Commit(build)[..9]);
        json.WriteEndObject();
    });

    public static byte[] Metadata(BuildPlan build) => Write(indented: true, json =>
    {
        json.WriteString("pod", PodName(build));
        json.WriteString("revision", Commit(build));
        json.WriteString("work-namespace", Namespace(build));
    });

    public static byte[] ProwJob(BuildPlan build) => Write(indented: true, json =>
    {
        string state = build.IsRunning ? "pending" : build.IsLost ? "aborted" : build.Passed ? "success" : "failure";
        json.WriteString("kind", "ProwJob");
        json.WriteString("apiVersion", "prow.k8s.io/v1");
        json.WriteStartObject("metadata");
        json.WriteString("name", PodName(build));
        json.WriteString("namespace", "ci");
        json.WriteString("creationTimestamp", Time(build.Started.AddSeconds(-9)));
        json.WriteEndObject();
        json.WriteStartObject("spec");
        json.WriteString("type", "periodic");
        json.WriteString("agent", "kubernetes");
        json.WriteString("cluster", Cluster(build));
        json.WriteString("job", build.Job);
        json.WriteStartArray("extra_refs");
        json.WriteStartObject();
        json.WriteString("org", "simulated");
        json.WriteString("repo", "platform");
        json.WriteString("base_ref", "main");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("status");
        json.WriteString("startTime", Time(build.Started.AddSeconds(-9)));
        json.WriteString("pendingTime", Time(build.Started.AddSeconds(-4)));
        if (!build.IsRunning)
        {
            json.WriteString("completionTime", Time(build.Finished.AddSeconds(2)));
        }

        json.WriteString("state", state);
        json.WriteString("description", state switch { "success" => "Job succeeded.", "failure" => "Job failed.", "aborted" => "Job was given up.", _ => "Job started." });
        json.WriteString("url", $"https://prow.sim.example/view/gs/{Bucket}/logs/{build.Job}/{build.Run.Build}");
        json.WriteString("pod_name", PodName(build));
        json.WriteString("build_id", build.Run.Build);
        json.WriteEndObject();
    });

    public static byte[] PodInfo(BuildPlan build) => Write(indented: false, json =>
    {
        json.WriteStartObject("pod");
        json.WriteStartObject("metadata");
        json.WriteString("name", PodName(build));
        json.WriteString("namespace", "ci");
        json.WriteEndObject();
        json.WriteStartObject("spec");
        json.WriteString("nodeName", Node(build));
        WriteNames(json, "initContainers", "clonerefs", "initupload", "place-entrypoint");
        WriteNames(json, "containers", Container, "sidecar");
        json.WriteEndObject();
        json.WriteStartObject("status");
        json.WriteString("phase", build.Passed ? "Succeeded" : "Failed");
        json.WriteStartArray("containerStatuses");
        foreach (string name in new[] { "sidecar", Container })
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteStartObject("state");
            json.WriteStartObject("terminated");
            json.WriteNumber("exitCode", name == Container && !build.Passed ? 1 : 0);
            json.WriteString("startedAt", Time(build.Started));
            json.WriteString("finishedAt", Time(build.Finished));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static byte[] StepGraph(BuildPlan build) => [.. "["u8, .. Write(indented: false, json =>
    {
        json.WriteString("name", "[input:root]");
        json.WriteString("description", "Takes the image that everything is built on");
        json.WriteString("started_at", Time(build.Started.AddSeconds(3)));
        json.WriteNumber("duration", 1_000_000_000L);
        json.WriteBoolean("failed", false);
    }), .. "]\n"u8];

    public static string Node(BuildPlan build) => "ci-sim-" + MessageComposer.Hex(new ChanceStream(StreamKey.Of(build.Key, 11)), 8);

    public static string Namespace(BuildPlan build) => "ci-op-" + MessageComposer.Hex(new ChanceStream(StreamKey.Of(build.Key, 12)), 8);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Cluster(BuildPlan build) => "build0" + (1 + (StreamKey.Of(build.Key, 13) % 3)).ToString(CultureInfo.InvariantCulture);

    private static string Commit(BuildPlan build)
    {
        ChanceStream chance = new(StreamKey.Of(build.Key, 14));
        return string.Concat(Enumerable.Range(0, 4).Select(_ => MessageComposer.Hex(chance, 10)));
    }

    private static string PodName(BuildPlan build)
    {
        ChanceStream chance = new(StreamKey.Of(build.Key, 15));
        return $"{MessageComposer.Hex(chance, 8)}-{MessageComposer.Hex(chance, 4)}-{MessageComposer.Hex(chance, 4)}-{MessageComposer.Hex(chance, 4)}-{MessageComposer.Hex(chance, 12)}";
    }

    private static void WriteNames(Utf8JsonWriter json, string list, params ReadOnlySpan<string> names)
    {
        json.WriteStartArray(list);
        foreach (string name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static byte[] Write(bool indented, Action<Utf8JsonWriter> fields)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = indented, NewLine = "\n" }))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
