using CiFeatures.Core.Tables;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Tests.Formats.DataSets;

internal static class DataSetFiles
{
    public static DataSetManifestInput Input { get; } = new()
    {
        Snapshots = [new("2021-07-28T131018Z", "abc")],
        Parameters = new Dictionary<string, string> { ["z"] = "1", ["a"] = "2" },
        FeatureParameters = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["everything.count"] = new Dictionary<string, string> { ["window"] = "10" } },
        Skipped = [new("dashboard / job", "not an answer")],
        Issues = new Dictionary<string, long> { ["CIF1105"] = 3 },
    };

    public static DataSetManifest Write(string folder, IReadOnlyList<FeatureTable> pieces, DataSetFormat[] formats, bool overwrite = false)
    {
        using var writer = DataSetWriter.Create(new DataSetOptions { Folder = folder, Formats = formats, Overwrite = overwrite });
        using ITableWriter table = writer.OpenTable(pieces[0].Schema);
        foreach (FeatureTable piece in pieces)
        {
            table.Write(piece);
        }

        table.Complete();
        return writer.Complete(Input);
    }
}
