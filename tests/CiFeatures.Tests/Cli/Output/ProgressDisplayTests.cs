using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;

namespace CiFeatures.Tests.Cli.Output;

public class ProgressDisplayTests
{
    [Fact]
    public void Run_NoTerminal_WritesAPlainLineEveryTenSeconds()
    {
        var clock = new SteppingClock();
        using var error = new StringWriter();
        var environment = new AppEnvironment(TextWriter.Null, error, clock, ".", false, false, false);

        int result = new ProgressDisplay(environment, quiet: false).Run("working", progress =>
        {
            for (int i = 1; i <= 30; i++)
            {
                clock.Now += TimeSpan.FromSeconds(1);
                progress.Report(new ProgressStep(i, 30, $"item {i}"));
            }

            return 42;
        });

        result.ShouldBe(42);
        error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())
            .ShouldBe(["working: 10 of 30, about 20 s left, at item 10", "working: 20 of 30, about 10 s left, at item 20", "working: 30 of 30, about 0 s left, at item 30"]);
    }

    [Fact]
    public void Run_BytesThatCome_AreTold()
    {
        var clock = new SteppingClock();
        using var error = new StringWriter();
        var environment = new AppEnvironment(TextWriter.Null, error, clock, ".", false, false, false);

        new ProgressDisplay(environment, quiet: false).Run("collecting", progress =>
        {
            clock.Now += TimeSpan.FromSeconds(20);
            progress.Report(new ProgressStep(100, 3000, "waiting\nfor it", 5_000_000));
            return 0;
        });

        error.ToString().TrimEnd().ShouldBe("collecting: 100 of 3000, 5.0 MB, 250.0 kB/s, about 10 min left, at waiting\uFFFDfor it");
    }

    [Fact]
    public void Run_Quiet_WritesNothing()
    {
        using var error = new StringWriter();
        var environment = new AppEnvironment(TextWriter.Null, error, new SteppingClock(), ".", false, true, false);

        new ProgressDisplay(environment, quiet: true).Run("working", progress =>
        {
            progress.Report(new ProgressStep(1, 1, "x"));
            return 0;
        });

        error.ToString().ShouldBeEmpty();
    }

    private sealed class SteppingClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
