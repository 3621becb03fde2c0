using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;
using CiFeatures.Simulation.Model;

namespace CiFeatures.Simulation.Publishing;

/// <summary>How long a test took in a run, in minutes.</summary>
internal static class Durations
{
    private const double NotMeasured = 0.01;

    /// <summary>Minutes, or null where the cell has none.</summary>
    public static double? Minutes(TestPlan test, RunPlan run, int runIndex, CellStatus status)
    {
        if (status is CellStatus.NoResult or CellStatus.Running or CellStatus.PassWithSkips or CellStatus.Unknown)
        {
            return null;
        }

        if (test.Group == TestGroup.Build)
        {
            return run.DurationMs / 60_000.0;
        }

        var chance = new ChanceStream(StreamKey.Of(StreamKey.Of(test.Key, 4), runIndex));
        if (chance.Hits(NotMeasured))
        {
            return null;
        }

        bool atLimit = status is CellStatus.Fail or CellStatus.Flaky && test.EndsAtLimit;
        double score = DurationMeasures.Score.Draw(chance);
        double seconds = atLimit
            ? test.MedianSeconds * DurationMeasures.LimitFactor * SteadyMath.Exp(0.001 * score)
            : test.MedianSeconds * SteadyMath.Exp(test.Spread * score);

        // JUnit files carry whole milliseconds, long tests whole tenths of a second.
        double step = seconds < 10 ? 0.001 : 0.1;
        return Math.Round(Math.Round(seconds / step) * step / 60, 6);
    }
}
