using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>The recorded table answers of one release.</summary>
internal static class RecordedAnswers
{
    public static IReadOnlyList<(JobKey Key, string Path)> Tables(string release)
    {
        string root = SharedData.PathOrSkip("data", "testgrid", release);
        return
        [
            .. Directory.EnumerateFiles(root, "*.json.gz", SearchOption.AllDirectories)
                .Where(p => Path.GetFileName(Path.GetDirectoryName(p)) == "table")
                .Order(StringComparer.Ordinal)
                .Select(p => (new JobKey(Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(p)))!, Path.GetFileName(p)[..^".json.gz".Length]), p)),
        ];
    }

    public static ReadOnlyMemory<byte> Load(string path) => GzipPayload.ReadFile(path);
}
