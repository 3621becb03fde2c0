using System.Text.Json;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Output;

/// <summary>Says what a new snapshot holds and lacks, alike for every verb that makes one.</summary>
internal static class SnapshotTotals
{
    public static string Line(SnapshotManifest manifest, int notes)
    {
        SnapshotCounts c = manifest.Counts;
        return $"snapshot {manifest.Id}: {c.Dashboards} dashboards, {c.Summaries} summaries, {c.Tables} tables with {Printable.Count(c.Tests)} tests, {Printable.Count(c.Runs)} runs and {Printable.Count(c.Cells)} cells; {c.Skipped} skipped, {notes} notes";
    }

    public static void Write(Utf8JsonWriter json, SnapshotManifest manifest, string folder, int linkedFiles, int issues)
    {
        SnapshotCounts counts = manifest.Counts;
        json.WriteString("snapshot", manifest.Id);
        json.WriteString("folder", folder);
        json.WriteNumber("dashboards", counts.Dashboards);
        json.WriteNumber("summaries", counts.Summaries);
        json.WriteNumber("tables", counts.Tables);
        json.Number("tests", counts.Tests);
        json.Number("runs", counts.Runs);
        json.Number("cells", counts.Cells);
        json.WriteNumber("bytes", counts.Bytes);
        json.WriteNumber("linked_files", linkedFiles);
        json.WriteNumber("issues", issues);
        json.Array("skipped", manifest.Skipped, s => json.Object(() =>
        {
            json.WriteString("item", s.Item);
            json.WriteString("code", s.Code);
            json.WriteString("place", s.Place);
            json.WriteString("reason", s.Reason);
        }));
    }
}
