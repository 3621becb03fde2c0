using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Snapshots;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Builds whose files are in memory, given the way a snapshot gives them.</summary>
internal sealed class MemoryBuilds : IBuildReader
{
    private readonly Dictionary<BuildKey, Dictionary<string, byte[]>> _builds = [];

    public IReadOnlyList<string> BuildJobs => [.. _builds.Keys.Select(b => b.Job).Distinct().Order(StringComparer.Ordinal)];

    public void Put(string job, string build, string path, byte[] bytes)
    {
        BuildKey key = new(job, build);
        if (!_builds.TryGetValue(key, out Dictionary<string, byte[]>? files))
        {
            _builds[key] = files = new(StringComparer.Ordinal);
        }

        files[path] = bytes;
    }

    /// <summary>Takes all files of a folder as those of a build.</summary>
    public void PutFolder(string job, string build, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Put(job, build, Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }
    }

    public IReadOnlyList<string> Builds(string job) =>
        [.. _builds.Keys.Where(b => b.Job == job).Select(b => b.Build).OrderDescending(NaturalOrder.Ascending)];

    public BuildRecord ReadBuild(BuildKey key, ICollection<DecodeIssue> issues) => new()
    {
        Key = key,
        Started = _builds[key].TryGetValue("started.json", out byte[]? started) ? StartedReader.Read(started, issues) : null,
        Finished = _builds[key].TryGetValue("finished.json", out byte[]? finished) ? FinishedReader.Read(finished, issues) : null,
        ProwJob = _builds[key].TryGetValue("prowjob.json", out byte[]? prowJob) ? ProwJobReader.Read(prowJob, issues) : null,
        Files = [.. _builds[key].OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new BuildFile(f.Key, f.Value.Length))],
    };

    public IReadOnlyList<JUnitCase> ReadJUnit(BuildKey key, string path, ICollection<DecodeIssue> issues) => JUnitReader.Read(OpenFile(key, path)!, issues);

    public IReadOnlyList<KubernetesEvent> ReadEvents(BuildKey key, string path, ICollection<DecodeIssue> issues) => [];

    public Stream? OpenFile(BuildKey key, string path) => _builds[key].TryGetValue(path, out byte[]? bytes) ? new MemoryStream(bytes) : null;
}
