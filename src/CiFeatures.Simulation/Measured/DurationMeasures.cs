using CiFeatures.Simulation.Chance;

namespace CiFeatures.Simulation.Measured;

/// <summary>How long tests take, run after run.</summary>
/// <remarks>
/// Measured on five tests with 4,000 recorded runs each. The logarithm of a passing run's seconds is near normal with a right tail;
/// a failing run either takes as long as a passing one (three tests) or ends at a fixed limit (one test, 40 times as long, spread 0.001).
/// </remarks>
internal static class DurationMeasures
{
    /// <summary>(ln t - mean) / standard deviation of passing runs, at 0, 5 … 100 %, mean of the five tests.</summary>
    public static readonly QuantileTable Score = new(
        -3.15, -1.73, -1.3, -1.02, -0.81, -0.63, -0.48, -0.34, -0.21, -0.07, 0.07, 0.2, 0.33, 0.45, 0.57, 0.68, 0.85, 1.05, 1.17, 1.5, 4.7);

    /// <summary>Standard deviation of ln t, over tests.</summary>
    public static readonly QuantileTable Spread = new(0.03, 0.099, 0.124, 0.133, 0.156);

    /// <summary>Median seconds of a test. An assumption: the recorded tests lie at 0.1 to 5 s, cluster tests reach minutes.</summary>
    public static readonly QuantileTable MedianSeconds = new(0.1, 0.2, 0.5, 1.5, 3, 5, 9, 16, 28, 55, 180, 600);

    /// <summary>Share of tests whose failures end at a fixed limit (one of the five).</summary>
    public const double EndAtLimit = 0.25;

    /// <summary>The limit over the median of passing runs.</summary>
    public const double LimitFactor = 40;

    /// <summary>Minutes of a whole run, over jobs. An assumption around the one median that is printed anywhere, 164.</summary>
    public static readonly QuantileTable RunMinutes = new(35, 60, 80, 100, 120, 150, 165, 190, 230);

    /// <summary>Spread of ln minutes of whole runs: the printed ones lie within ±4 %.</summary>
    public const double RunSpread = 0.03;
}
