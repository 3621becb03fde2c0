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
        begun.Length.ShouldBeGreaterThan(2 * Rate);

        // They leave evenly. On a busy machine one may be held up on its way, so that the next seem to follow it too closely, but never many.
        const long HeldUp = 500_000;
        for (int first = 0; first < begun.Length; first++)
        {
            for (int last = first + 1; last < begun.Length; last++)
            {
                (begun[last] - begun[first]).ShouldBeGreaterThanOrEqualTo(((last - first) * 1_000_000L / Rate) - HeldUp, $"requests {first} to {last} of {begun.Length}");
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static long Begun(JsonElement request) => request.GetProperty("begin_us").GetInt64();
}
