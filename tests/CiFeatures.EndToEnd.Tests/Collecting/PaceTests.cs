using System.Text.Json;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Collecting;

/// <summary>The limits that were asked for hold as the server sees them.</summary>
public sealed class PaceTests(SampleStore sample) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void InFlight_AsTheServerSeesIt_IsNeverMoreThanAsked(int inFlight)
    {
        using Replay replay = Replay.Start(_folder.Path, sample.Path, "--latency", "40ms");

        ProgramRun.Expect(5, _folder.Path, "collect", "testgrid", "--all", "--url", replay.Url, "--into", "store", "--in-flight", $"{inFlight}", "--requests-per-second", "0");

        int most = replay.Requests().Max(r => r.GetProperty("in_flight").GetInt32());
        most.ShouldBeLessThanOrEqualTo(inFlight);
        most.ShouldBe(inFlight, "It can be as many as asked.");
    }

    [Fact]
    public void PerSecond_AsTheServerSeesIt_IsNeverMoreThanAsked()
    {
        const int Rate = 5;
        using Replay replay = Replay.Start(_folder.Path, sample.Path);

        ProgramRun.Expect(5, _folder.Path, "collect", "testgrid", "--all", "--url", replay.Url, "--into", "store", "--in-flight", "8", "--requests-per-second", $"{Rate}");

        long[] begun = [.. replay.Requests().Select(Begun).Order()];
        begun.Length.ShouldBeGreaterThan(Rate);
        for (int first = 0; first < begun.Length; first++)
        {
            begun.Count(t => t >= begun[first] && t < begun[first] + 1_000_000).ShouldBeLessThanOrEqualTo(Rate);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static long Begun(JsonElement request) => request.GetProperty("begin_us").GetInt64();
}
