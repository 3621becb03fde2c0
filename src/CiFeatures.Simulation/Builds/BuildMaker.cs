using CiFeatures.Core.Builds;
using CiFeatures.Simulation.Answers;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Model;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Builds;

/// <summary>Makes the files of a build and the listings of its folders.</summary>
/// <remarks>Which files there are follows the shares that were measured over one job's 242 builds (docs/simulation.md).</remarks>
internal static class BuildMaker
{
    private const double NoPodInfo = 3 / 242.0;
    private const double NoArtifacts = 2 / 242.0;
    private const double NoEvents = 3 / 240.0;
    private const double StepGraph = 0.30;
    private const double OperatorLog = 0.45;
    private const double NoRelease = 0.15;
    private const int PackedPart = 8;
    private static readonly string[] TopLevel = ["artifacts/build-resources/events.json", "artifacts/junit_operator.xml", "build-log.txt", "finished.json", "podinfo.json", "prowjob.json", "started.json"];

    /// <summary>Makes a build.</summary>
    public static (SimulatedBuild Build, BuildTruth Truth) Make(BuildPlan plan)
    {
        ChanceStream chance = new(StreamKey.Of(plan.Key, 41));
        bool hasPodInfo = !chance.Hits(NoPodInfo);
        bool hasArtifacts = !chance.Hits(NoArtifacts);
        LogText? log = plan.IsRunning ? null : LogComposer.Compose(plan);
        List<KeyValuePair<string, byte[]>> files = [new("started.json", BuildDocuments.Started(plan)), new("prowjob.json", BuildDocuments.ProwJob(plan))];
        List<(string Path, long Bytes)> others = [];
        if (log is not null)
        {
            files.Add(new("build-log.txt", log.Bytes));
            AddIf(files, !plan.IsLost, "finished.json", () => BuildDocuments.Finished(plan));
            AddIf(files, hasPodInfo, "podinfo.json", () => BuildDocuments.PodInfo(plan));
            if (hasArtifacts)
            {
                AddArtifacts(plan, chance, files, others);
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        SimulatedBuild build = new()
        {
            Key = new BuildKey(plan.Job, plan.Run.Build),
            Address = $"gs://{BuildDocuments.Bucket}/logs/{plan.Job}/{plan.Run.Build}/",
            Folders = Folders(plan, files, others),
            Files = files,
            Missing = [.. TopLevel.Except(files.Select(f => f.Key))],
        };
        return (build, new BuildTruth
        {
            Job = plan.Job,
            Build = plan.Run.Build,
            Result = plan.IsRunning ? "running" : plan.Passed ? "passed" : "failed",
            Incident = plan.Run.Incident,
            LogLines = log?.Lines ?? 0,
            Explanations = plan.Passed || log is null ? [] : log.Explanations,
        });
    }

    private static void AddArtifacts(BuildPlan plan, ChanceStream chance, List<KeyValuePair<string, byte[]>> files, List<(string Path, long Bytes)> others)
    {
        bool hasEvents = !chance.Hits(NoEvents);
        bool isNew = plan.Started >= LogText.FormChanged;
        bool hasLog = isNew && chance.Hits(OperatorLog);
        bool hasGraph = hasLog && chance.Hits(StepGraph / OperatorLog);
        bool hasRelease = !chance.Hits(NoRelease);
        string target = Words.JobNameComposer.ShortName(plan.Job);
        AddIf(files, plan.Run.Incident != IncidentKind.NoResults, "artifacts/junit_operator.xml", () => JUnitText.Write(plan.Cells.Where(c => c.Test.Group is TestGroup.Import or TestGroup.Step)));
        AddIf(files, true, "artifacts/metadata.json", () => BuildDocuments.Metadata(plan));
        AddIf(files, hasGraph, "artifacts/ci-operator-step-graph.json", () => BuildDocuments.StepGraph(plan));
        if (hasEvents)
        {
            AddIf(files, true, "artifacts/build-resources/events.json", () => EventsText.Write(plan));
            others.Add(("artifacts/build-resources/builds.json", 2_000 + chance.NextIndex(40_000)));
            others.Add(("artifacts/build-resources/pods.json", 20_000 + chance.NextIndex(400_000)));
        }

        BuildCell[] tests = [.. plan.Cells.Where(c => c.Test.Group > TestGroup.Step)];
        if (tests.Length > 0)
        {
            string place = isNew ? $"artifacts/{target}/e2e-test/artifacts/junit/" : $"artifacts/{target}/junit/";
            AddIf(files, true, $"{place}junit_e2e_{plan.Finished.UtcDateTime:yyyyMMdd-HHmmss}.xml", () => JUnitText.Write(tests));
            others.Add(($"artifacts/{target}/{(isNew ? "gather-extra/" : "")}cluster-state.tar.gz", 1_000_000 + chance.NextIndex(90_000_000)));
        }

        if (hasLog)
        {
            others.Add(("artifacts/ci-operator.log", 5_000 + chance.NextIndex(60_000)));
        }

        if (hasRelease)
        {
            others.Add(("artifacts/release/artifacts/release-payload/image-references", 40_000 + chance.NextIndex(20_000)));
        }
    }

    private static void AddIf(List<KeyValuePair<string, byte[]>> files, bool holds, string path, Func<byte[]> make)
    {
        if (holds)
        {
            files.Add(new(path, make()));
        }
    }

    // A collection lists the top, artifacts/ and what the files that it takes lie in.
    private static List<BuildListing> Folders(BuildPlan plan, List<KeyValuePair<string, byte[]>> files, List<(string Path, long Bytes)> others)
    {
        (string Path, long Bytes)[] all = [.. files.Select(f => (f.Key, Stored(plan, f.Key, f.Value.Length))), .. others];
        return [.. files.SelectMany(f => FoldersOf(f.Key)).Append("").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(folder => new BuildListing(folder, Entries(plan, folder, all)))];
    }

    private static ListingEntry[] Entries(BuildPlan plan, string folder, (string Path, long Bytes)[] all) =>
    [
        .. all.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal)).Select(f => f.Path[folder.Length..].Split('/') is { Length: 1 } parts
            ? new ListingEntry(parts[0], IsFolder: false, f.Bytes, TimeOf(plan, f.Path))
            : new ListingEntry(f.Path[folder.Length..].Split('/')[0], IsFolder: true)).Distinct().OrderBy(e => e.Name, StringComparer.Ordinal),
    ];

    // Newer build logs lie compressed in their bucket; how small they get is not worth compressing them twice for.
    private static long Stored(BuildPlan plan, string path, long bytes) => path == "build-log.txt" && plan.Started >= LogText.FormChanged ? (bytes / PackedPart) + 40 : bytes;

    private static DateTimeOffset TimeOf(BuildPlan plan, string path) =>
        path is "started.json" or "prowjob.json" ? plan.Started.AddSeconds(4) : plan.Finished.AddSeconds(path.Length % 17);

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (int end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..(end + 1)];
        }
    }
}
