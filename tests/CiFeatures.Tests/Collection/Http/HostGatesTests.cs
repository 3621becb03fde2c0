using CiFeatures.Collection.Http;

namespace CiFeatures.Tests.Collection.Http;

public class HostGatesTests
{
    private static readonly Uri Here = new("http://a:81/x");

    [Fact]
    public void Of_SameHostAndPort_IsOneGate()
    {
        using var gates = new HostGates(1, 0, TimeProvider.System);

        gates.Of(Here).ShouldBeSameAs(gates.Of(new Uri("http://A:81/y?z")));
        gates.Of(Here).ShouldNotBeSameAs(gates.Of(new Uri("http://a/x")));
    }

    [Fact]
    public async Task EnterAsync_ManyAtOnce_LetsInNoMoreThanAllowed()
    {
        const int Most = 3;
        using var gates = new HostGates(Most, 0, TimeProvider.System);
        int inside = 0;
        int most = 0;
        var locked = new Lock();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            HostGates.Gate gate = gates.Of(Here);
            await gate.EnterAsync(CancellationToken.None);
            lock (locked)
            {
                most = Math.Max(most, ++inside);
            }

            await Task.Delay(1);
            lock (locked)
            {
                inside--;
            }

            gate.Leave();
        })));

        most.ShouldBe(Most);
        inside.ShouldBe(0);
    }

    [Fact]
    public async Task EnterAsync_GivenUpWhileTheHostWantsQuiet_GivesItsPlaceBack()
    {
        using var gates = new HostGates(1, 0, TimeProvider.System);
        HostGates.Gate gate = gates.Of(Here);
        gate.Pacer.BeQuiet(TimeSpan.FromSeconds(0.2));
        using var stop = new CancellationTokenSource();
        Task waiting = gate.EnterAsync(stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await gate.EnterAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }
}
