using CiFeatures.EndToEnd.Tests.Support;
using Xunit.Abstractions;

namespace CiFeatures.EndToEnd.Tests.Memory;

/// <summary>Peak memory of <c>features</c> does not grow with the number of jobs. docs/measurements.md has figures.</summary>
[Collection(LargeStoreGroup.Name)]
public sealed class FeatureMemoryTests(LargeStore store, ITestOutputHelper output) : IDisposable
{
    // What the collector happens to leave lying about differs from run to run.
    private const long Noise = 40L << 20;
    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData("parquet")]
    [InlineData("csv")]
    [InlineData("npz")]
    public void Features_ManyJobs_NeedNoMoreThanTheTenLargest(string format)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Peak memory is read from /proc.");
        string[] call = ["features", "--from", store.Path, "--format", format, "--threads", "2"];
        string[] ten = [.. store.LargestJobs(10).SelectMany(j => new[] { "--job", j })];

        long few = ProgramRun.Expect(0, _folder.Path, [.. call, "--out", "few", .. ten]).PeakBytes;
        long all = ProgramRun.Expect(0, _folder.Path, [.. call, "--out", "all"]).PeakBytes;

        output.WriteLine($"{format}: {few >> 20} MiB for the ten largest jobs, {all >> 20} MiB for all.");
        few.ShouldBeGreaterThan(10L << 20);
        all.ShouldBeLessThan((few * 3 / 2) + Noise);
    }

    public void Dispose() => _folder.Dispose();
}
