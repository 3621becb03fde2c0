using System.Text.Json;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>A snapshot's manifest as another program would read it.</summary>
internal static class Manifest
{
    /// <summary>What has to be equal in two snapshots of the same answers: all but times, statistics of the transfer, and the snapshot's own name.</summary>
    public static string Essence(string store, string snapshot)
    {
        JsonElement manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(store, "snapshots", snapshot, "manifest.json"))).RootElement;
        IEnumerable<string> parts = manifest.EnumerateObject()
            .Where(p => p.Name is not ("id" or "created" or "transfer" or "files"))
            .Select(p => $"{p.Name}: {p.Value.GetRawText()}");
        IEnumerable<string> files = manifest.GetProperty("files").EnumerateArray()
            .Select(f => string.Join(", ", f.EnumerateObject().Where(p => p.Name != "fetched_at").Select(p => $"{p.Name}: {p.Value.GetRawText()}")));
        return string.Join('\n', parts.Concat(files));
    }
}
