using System.Globalization;
using System.Text.Json;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation.Builds;

/// <summary>Writes the list of Kubernetes events of a build's namespace.</summary>
/// <remarks>Recorded: one list had 482 events with 156 different messages, the most frequent 29 times; how many others had is not known and assumed.</remarks>
internal static class EventsText
{
    private static readonly QuantileTable Counts = new(40, 90, 140, 260, 480);

    public static byte[] Write(BuildPlan build)
    {
        ChanceStream chance = new(StreamKey.Of(build.Key, 21));
        string[] pods = [.. Enumerable.Range(0, 6 + chance.NextIndex(12)).Select(i => i < Vocabulary.Steps.Length ? $"e2e-{Vocabulary.Steps[i]}" : $"src-{MessageComposer.Hex(chance, 5)}")];
        string[] nodes = [.. Enumerable.Range(0, 3 + chance.NextIndex(4)).Select(_ => $"ci-sim-{MessageComposer.Hex(chance, 8)}")];
        int count = (int)Counts.Draw(chance);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("kind", "EventList");
            json.WriteString("apiVersion", "v1");
            json.WriteStartObject("metadata");
            json.WriteString("resourceVersion", (1000 + chance.NextIndex(900_000)).ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteStartArray("items");
            for (int i = 0; i < count; i++)
            {
                WriteEvent(json, build, chance, chance.Pick(pods), chance.Pick(nodes), build.Run.DurationMs * i / count / 1000);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteEvent(Utf8JsonWriter json, BuildPlan build, ChanceStream chance, string pod, string node, long afterSeconds)
    {
        string space = BuildDocuments.Namespace(build);
        (string reason, string type, string component, string message) = Draw(chance, space, pod, node);
        string time = BuildDocuments.Time(build.Started.AddSeconds(afterSeconds));
        json.WriteStartObject();
        json.WriteStartObject("metadata");
        json.WriteString("name", $"{pod}.{MessageComposer.Hex(chance, 16)}");
        json.WriteString("namespace", space);
        json.WriteString("uid", $"{MessageComposer.Hex(chance, 8)}-{MessageComposer.Hex(chance, 4)}-{MessageComposer.Hex(chance, 4)}-{MessageComposer.Hex(chance, 4)}-{MessageComposer.Hex(chance, 12)}");
        json.WriteString("creationTimestamp", time);
        json.WriteEndObject();
        json.WriteStartObject("involvedObject");
        json.WriteString("kind", "Pod");
        json.WriteString("namespace", space);
        json.WriteString("name", pod);
        json.WriteEndObject();
        json.WriteString("reason", reason);
        json.WriteString("message", message);
        json.WriteStartObject("source");
        json.WriteString("component", component);
        if (component == "kubelet")
        {
            json.WriteString("host", node);
        }

        json.WriteEndObject();
        json.WriteString("firstTimestamp", time);
        json.WriteString("lastTimestamp", time);
        json.WriteNumber("count", type == "Warning" ? 1 + chance.NextIndex(12) : 1);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private static (string Reason, string Type, string Component, string Message) Draw(ChanceStream chance, string space, string pod, string node) => chance.NextIndex(20) switch
    {
        < 3 => ("Scheduled", "Normal", "default-scheduler", $"{space}/{pod} goes to {node}"),
        < 6 => ("Pulling", "Normal", "kubelet", $"Image \"mirror.sim.example/{chance.Pick(Vocabulary.Operators)}:latest\" is being pulled"),
        < 9 => ("Pulled", "Normal", "kubelet", $"Image \"mirror.sim.example/{chance.Pick(Vocabulary.Operators)}:latest\" is there after {chance.NextIndex(90)}.{chance.NextIndex(10)}s"),
        < 12 => ("Created", "Normal", "kubelet", "Container place-entrypoint was made"),
        < 15 => ("Started", "Normal", "kubelet", "Container place-entrypoint runs"),
        < 17 => ("AddedInterface", "Normal", "multus", $"Has the address 10.{128 + chance.NextIndex(4)}.{chance.NextIndex(256)}.{chance.NextIndex(256)}/23 on eth0"),
        17 => ("FailedScheduling", "Warning", "default-scheduler", $"None of {4 + chance.NextIndex(30)} nodes will do: too little cpu on {1 + chance.NextIndex(4)} of them"),
        18 => ("Unhealthy", "Warning", "kubelet", $"The readiness probe of {pod} got no answer within 1s"),
        _ => ("Killing", "Normal", "kubelet", "Container cp-secret-wrapper is stopped"),
    };
}
