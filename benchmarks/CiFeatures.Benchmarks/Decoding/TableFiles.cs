using CiFeatures.Decoding;

namespace CiFeatures.Benchmarks.Decoding;

/// <summary>Loads table answers into memory, decompressed, before anything is timed.</summary>
internal static class TableFiles
{
    public static IReadOnlyList<byte[]> Load(string path)
    {
        IEnumerable<string> files = File.Exists(path)
            ? [path]
            : Directory.EnumerateFiles(path, "*.json*", SearchOption.AllDirectories).Where(IsTable).Order(StringComparer.Ordinal);
        byte[][] answers = [.. files.Select(f => GzipPayload.ReadFile(f).ToArray())];
        return answers.Length > 0 ? answers : throw new FileNotFoundException("There are no table answers (*.json, *.json.gz) in " + path);
    }

    // A folder of recorded answers holds one summary beside the tables.
    private static bool IsTable(string path) => !Path.GetFileName(path).StartsWith("summary.json", StringComparison.Ordinal);
}
