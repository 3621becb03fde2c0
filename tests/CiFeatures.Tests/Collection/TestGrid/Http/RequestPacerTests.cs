using CiFeatures.Collection.TestGrid.Http;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid.Http;

public class RequestPacerTests
{
    [Fact]
    public async Task WaitAsync_Requests_BeginAtLeastAnIntervalApart()
    {
        var clock = new ImpatientClock();
        var pacer = new RequestPacer(3, clock);
        List<DateTimeOffset> begun = [];

        for (int i = 0; i < 10; i++)
        {
            await pacer.WaitAsync(CancellationToken.None);
            begun.Add(clock.GetUtcNow());
        }

        begun.Zip(begun.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(1) / 3 && gap < TimeSpan.FromSeconds(0.34));
    }

    [Fact]
    public async Task WaitAsync_AfterALongPause_DoesNotWaitAndDoesNotCatchUp()
    {
        var clock = new ImpatientClock();
        var pacer = new RequestPacer(1, clock);
        await pacer.WaitAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(1));

        await pacer.WaitAsync(CancellationToken.None);
        clock.Waits.ShouldBeEmpty();
        await pacer.WaitAsync(CancellationToken.None);

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(1)]);
    }
}
