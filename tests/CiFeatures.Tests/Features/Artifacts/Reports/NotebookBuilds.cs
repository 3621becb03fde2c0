using CiFeatures.Core.Builds;

namespace CiFeatures.Tests.Features.Artifacts.Reports;

/// <summary>Made builds with the composition that the second AI4CI notebook printed: 242 builds of one job.</summary>
internal static class NotebookBuilds
{
    public static readonly string[] Whole = ["artifacts/", "build-log.txt", "finished.json", "podinfo.json", "prowjob.json", "started.json"];
    public static readonly string[] Plain = ["build-resources/", "e2e-gcp-upgrade/", "release/", "junit_operator.xml", "metadata.json"];

    public static MemoryBuilds Make()
    {
        // The two builds without artifacts/ are the two of which the notebook counted one entry there, the link to the folder above.
        string[][] tops =
        [
            .. Enumerable.Repeat(Whole, 238),
            .. Enumerable.Repeat<string[]>([.. Whole.Except(["podinfo.json"])], 2),
            [.. Whole.Except(["artifacts/"])],
            [.. Whole.Except(["artifacts/", "podinfo.json"])],
        ];
        string[][] artifacts =
        [
            .. Enumerable.Repeat(Plain, 92),
            .. Enumerable.Repeat<string[]>([.. Plain, "ci-operator-step-graph.json", "ci-operator.log"], 58),
            .. Enumerable.Repeat<string[]>([.. Plain, "ci-operator.log"], 39),
            .. Enumerable.Repeat<string[]>([.. Plain, "ci-operator-step-graph.json"], 7),
            .. Enumerable.Repeat<string[]>([.. Plain.Except(["release/"]), "ci-operator.log"], 3),
            .. Enumerable.Repeat<string[]>([.. Plain.Except(["release/"])], 36),
            .. Enumerable.Repeat<string[]>(["build-resources/", "metadata.json"], 2),
            .. Enumerable.Repeat<string[]>(["build-resources/", "junit_operator.xml", "metadata.json"], 2),
            ["metadata.json"],
        ];
        var builds = new MemoryBuilds();
        for (int i = 0; i < tops.Length; i++)
        {
            List<BuildListing> listings = [MemoryBuilds.Listing("", tops[i])];
            if (i < artifacts.Length)
            {
                listings.Add(MemoryBuilds.Listing("artifacts/", artifacts[i]));
            }

            bool hasEvents = i < 237;
            var key = new BuildKey("periodic-made", $"13647913845296{i:00000}");
            builds.Add(new BuildRecord { Key = key, Listings = listings, Files = [new BuildFile(BuildScene.Events, hasEvents ? 10 : null)] });
            if (hasEvents)
            {
                builds.Add(key, BuildScene.Events, i == 236 ? Messages() : [BuildScene.Event("Pulled", 1)]);
            }
        }

        return builds;
    }

    // 482 events with 156 messages, one of them 29 times.
    private static KubernetesEvent[] Messages() =>
        [.. Enumerable.Repeat("the most frequent", 29).Concat(Enumerable.Range(0, 482 - 29).Select(i => $"message {i % 155}")).Select(m => BuildScene.Event(m, 1))];
}
