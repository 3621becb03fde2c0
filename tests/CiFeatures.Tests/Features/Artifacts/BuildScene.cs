using CiFeatures.Core.Builds;

namespace CiFeatures.Tests.Features.Artifacts;

/// <summary>A few builds of one job: a whole one, one that failed early, one of which nothing is known, and one with damaged files.</summary>
internal static class BuildScene
{
    public const string Job = "periodic-made-e2e";
    public const string Events = "artifacts/build-resources/events.json";
    public const string JUnit = "artifacts/junit_operator.xml";

    private static readonly DateTimeOffset Start = new(2021, 2, 25, 3, 27, 14, TimeSpan.Zero);

    public static BuildKey Whole { get; } = new(Job, "1364791384529637376");

    public static BuildKey Early { get; } = new(Job, "1364791384529637375");

    public static BuildKey Unknown { get; } = new(Job, "12");

    public static BuildKey Damaged { get; } = new(Job, "9");

    public static MemoryBuilds Make() => new MemoryBuilds()
        .Add(WholeRecord())
        .Add(Whole, Events, [Event("Created container a", 0), Event("Back-off 5m0s restarting", 60, "Warning", 7), Event("Created container a", null)])
        .Add(Whole, JUnit, [Case("one", JUnitStatus.Passed, 1.5), Case("two", JUnitStatus.Failed, null, new string('x', 3000)), Case("three", JUnitStatus.Skipped, 0)])
        .Add(Whole, "build-log.txt", "2021-02-25T03:27:14Z level=error no\nbye \n")
        .Add(new BuildRecord
        {
            Key = Early,
            Started = new BuildStarted { Time = Start },
            Finished = new BuildFinished { Time = Start.AddSeconds(-1), Result = "FAILURE" },
            Listings = [MemoryBuilds.Listing("", "build-log.txt", "finished.json", "started.json")],
            Files = [new BuildFile(Events, null), new BuildFile("build-log.txt", 92)],
        })
        .Add(new BuildRecord { Key = Unknown })
        .Add(new BuildRecord { Key = Damaged, Files = [new BuildFile(Events, 3), new BuildFile(JUnit, 4), new BuildFile("artifacts/junit_2.xml", 4)] })
        .AddDamaged(Damaged, Events)
        .AddDamaged(Damaged, JUnit)
        .AddUnreadable(Damaged, "artifacts/junit_2.xml");

    /// <summary>The same builds, and others in which every column of every table has a value somewhere and none elsewhere, where it can have none.</summary>
    public static MemoryBuilds MakeVaried()
    {
        var failed = new BuildKey(Job, "1364791384529637000");
        return Make()
            .Add(new BuildRecord
            {
                Key = failed,
                Started = new BuildStarted { Time = Start, Node = "node-1", Pull = "12", RepoVersion = "v1" },
                Finished = new BuildFinished { Time = Start.AddSeconds(30), Passed = false, Result = "FAILURE" },
                ProwJob = new ProwJobInfo { Description = "Job failed." },
                Listings = [new BuildListing("", [new("build-log.txt", false, 9, Start)]), new BuildListing("artifacts/", [new("metadata.json", false, 7, Start)])],
                Files =
                [
                    new BuildFile(Events, 2), new BuildFile(JUnit, 2), new BuildFile("build-log.txt", 60), new BuildFile("artifacts/empty/build-log.txt", 0),
                    new BuildFile("podinfo.json", 5), new BuildFile("prowjob.json", 5),
                ],
            })
            .Add(failed, Events, [new KubernetesEvent { Message = "made", Uid = "x", Host = "h", Namespace = "n", Reason = "Pulled", Last = Start }, new KubernetesEvent { Message = "bare" }])
            .Add(failed, JUnit, [new JUnitCase { Name = "four", ClassName = "c", Status = JUnitStatus.Error, Seconds = null, Message = "broken" }])
            .Add(failed, "build-log.txt", "2021-02-25T03:27:14Z step one\n2021-02-25T03:27:40Z step two\nerror: step unit failed: exit status 1\n")
            .Add(failed, "artifacts/empty/build-log.txt", "");
    }

    public static KubernetesEvent Event(string message, int? second, string type = "Normal", long? count = null) => new()
    {
        Uid = "u",
        Message = message,
        Reason = type == "Warning" ? "BackOff" : "Created",
        Type = type,
        Component = "kubelet",
        ObjectKind = "Pod",
        ObjectName = "p",
        Count = count,
        First = second is { } after ? Start.AddSeconds(after) : null,
    };

    private static JUnitCase Case(string name, JUnitStatus status, double? seconds, string message = "") =>
        new() { Suite = "operator", Name = name, Status = status, Seconds = seconds, Message = message };

    private static BuildRecord WholeRecord() => new()
    {
        Key = Whole,
        Address = "gs://bucket/logs/periodic-made-e2e/1364791384529637376/",
        Started = new BuildStarted { Time = Start, Repos = new Dictionary<string, string> { ["org/b"] = "main", ["org/a"] = "main,12:abc" }, RepoCommit = "v1+0123456789ab" },
        Finished = new BuildFinished { Time = Start.AddMinutes(90), Passed = true, Result = "SUCCESS" },
        ProwJob = new ProwJobInfo { Cluster = "build01", Type = "periodic", State = "success", Started = Start.AddSeconds(-9), Pending = Start.AddSeconds(-2) },
        Listings =
        [
            new BuildListing("", [new("artifacts", true), new("build-log.txt", false, 517), new("finished.json", false, 100), new("podinfo.json", false), new("prowjob.json", false), new("started.json", false)]),
            MemoryBuilds.Listing("artifacts/", "build-resources/", "junit_operator.xml", "metadata.json"),
            MemoryBuilds.Listing("artifacts/build-resources/", "events.json"),
        ],
        Files = [new BuildFile(Events, 400), new BuildFile(JUnit, 300), new BuildFile("build-log.txt", 2000), new BuildFile("finished.json", 100)],
    };
}
