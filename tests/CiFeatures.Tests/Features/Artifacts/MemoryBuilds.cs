using System.Text;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Snapshots;
using CiFeatures.Features.Artifacts;

namespace CiFeatures.Tests.Features.Artifacts;

/// <summary>Builds held in memory, with files that can be unreadable.</summary>
internal sealed class MemoryBuilds : IBuildReader
{
    private readonly Dictionary<BuildKey, BuildRecord> _builds = [];
    private readonly Dictionary<(BuildKey, string), Func<ICollection<DecodeIssue>, object>> _contents = [];

    public IReadOnlyList<string> BuildJobs => [.. _builds.Keys.Select(k => k.Job).Distinct().Order(StringComparer.Ordinal)];

    public static BuildListing Listing(string folder, params string[] names) =>
        new(folder, [.. names.Order(StringComparer.Ordinal).Select(n => new ListingEntry(n.TrimEnd('/'), n.EndsWith('/')))]);

    public static CiFeaturesException Unreadable(ErrorKind kind = ErrorKind.Integrity) => new("CIF1209", kind, "It has other bytes.", "prow/a/1/x.gz", "Collect it again.");

    public MemoryBuilds Add(BuildRecord build)
    {
        _builds.Add(build.Key, build);
        return this;
    }

    public MemoryBuilds Add(BuildKey key, string path, IReadOnlyList<KubernetesEvent> events) => AddContent(key, path, _ => events);

    public MemoryBuilds Add(BuildKey key, string path, IReadOnlyList<JUnitCase> cases) => AddContent(key, path, _ => cases);

    public MemoryBuilds Add(BuildKey key, string path, string text) => AddContent(key, path, _ => Encoding.UTF8.GetBytes(text));

    public MemoryBuilds AddUnreadable(BuildKey key, string path) => AddContent(key, path, _ => throw Unreadable());

    public MemoryBuilds AddDamaged(BuildKey key, string path) => AddContent(key, path, issues =>
    {
        issues.Add(new DecodeIssue("CIF1188", DecodeRepair.Noted, "", key.ToString(), "", "byte 3", "it ends too early"));
        return path.EndsWith(".xml", StringComparison.Ordinal) ? Array.Empty<JUnitCase>() : Array.Empty<KubernetesEvent>();
    });

    public IReadOnlyList<string> Builds(string job) => [.. _builds.Keys.Where(k => k.Job == job).Select(k => k.Build).Order(NaturalOrder.Descending)];

    public BuildRecord ReadBuild(BuildKey key, ICollection<DecodeIssue> issues) =>
        _contents.TryGetValue((key, ""), out Func<ICollection<DecodeIssue>, object>? failing) ? (BuildRecord)failing(issues) : _builds[key];

    public IReadOnlyList<JUnitCase> ReadJUnit(BuildKey key, string path, ICollection<DecodeIssue> issues) => (IReadOnlyList<JUnitCase>)_contents[(key, path)](issues);

    public IReadOnlyList<KubernetesEvent> ReadEvents(BuildKey key, string path, ICollection<DecodeIssue> issues) => (IReadOnlyList<KubernetesEvent>)_contents[(key, path)](issues);

    public Stream? OpenFile(BuildKey key, string path) =>
        _contents.TryGetValue((key, path), out Func<ICollection<DecodeIssue>, object>? content) ? new MemoryStream((byte[])content([])) : null;

    public BuildSource Source(string snapshot = "2021-07-28T131018Z") => new(snapshot, this);

    public IReadOnlyList<PlannedBuild> Plan() => BuildPlan.Of([Source()]);

    private MemoryBuilds AddContent(BuildKey key, string path, Func<ICollection<DecodeIssue>, object> content)
    {
        _contents.Add((key, path), content);
        return this;
    }
}
