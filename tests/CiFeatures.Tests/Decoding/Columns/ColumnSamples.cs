using CiFeatures.Core.Builds;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Builds that a test makes.</summary>
internal static class ColumnSamples
{
    public static DateTimeOffset Now { get; } = new(2024, 5, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A build that began some hours before <see cref="Now"/> and took half an hour.</summary>
    public static BuildRecord Record(string build, double hoursAgo, bool? passed = true, string job = "job", bool pod = false) => new()
    {
        Key = new(job, build),
        Started = new() { Time = Now.AddHours(-hoursAgo), RepoCommit = "c0ffee1234567" },
        Finished = passed is null ? null : new() { Time = Now.AddHours(-hoursAgo).AddMinutes(30), Passed = passed },
        Files = pod ? [new("podinfo.json", null)] : [],
    };

    public static JUnitCase Case(string name, JUnitStatus status = JUnitStatus.Passed, double? seconds = 30, string message = "", string suite = "suite") =>
        new() { Suite = suite, Name = name, Status = status, Seconds = seconds, Message = message };

    public static (string Path, IReadOnlyList<JUnitCase> Cases)[] File(params JUnitCase[] cases) => [("artifacts/junit_01.xml", cases)];
}
