using CiFeatures.Simulation.Chance;

namespace CiFeatures.Simulation.Measured;

/// <summary>What recorded table answers look like, as quantiles at 0, 5, 10 … 100 %.</summary>
/// <remarks>
/// Measured over the 104 table answers of one OpenShift release (4.8, July 2021; 77,501 rows, 11,127 runs, 6,979,421 cells).
/// The highest values of <see cref="MassFailureShare"/> (recorded 0.7) and <see cref="FailingRowShare"/> (0.5) were cut to 0.3, and <see cref="CutRunShare"/> was drawn through few points.
/// docs/simulation.md says how each was counted. Numbers only: no name and no message of a recorded answer is here.
/// </remarks>
internal static class GridMeasures
{
    /// <summary>Tests of a job.</summary>
    public static readonly QuantileTable Tests = new(
        2, 59, 129, 183, 199, 202, 234, 243, 250, 256, 1039, 1167, 1227, 1261, 1271, 1274, 1283, 1290, 1318, 1346, 1388);

    /// <summary>Runs of a job that one answer shows; in steps of 2.5 % because of its long tail.</summary>
    public static readonly QuantileTable Runs = new(
        2, 15, 21, 22, 28, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 35, 45, 60,
        60, 60, 60, 60, 60, 60, 75, 77, 87, 100, 131, 158, 165, 165, 165, 165, 166, 228, 325, 1362);

    /// <summary>Days from the oldest to the newest run of an answer.</summary>
    public static readonly QuantileTable SpanDays = new(
        7, 14.6, 14.6, 14.8, 14.8, 17.1, 27, 40.6, 56.5, 57.8, 57.8, 57.8, 58, 58, 58, 58, 58, 59, 59, 59, 59.6);

    /// <summary>A gap between two runs over the job's mean gap; the last step is a long pause.</summary>
    public static readonly QuantileTable GapRatio = new(
        0.001, 0.161, 0.268, 0.367, 0.481, 0.603, 0.814, 0.82, 0.82, 0.835, 0.875, 0.945, 0.947, 1, 1, 1, 1.001, 1.035, 1.316, 2.216, 12);

    /// <summary>Share of a job's runs that have less than 30 % of the usual rows: the cluster was never there.</summary>
    public static readonly QuantileTable BarrenRunShare = new(
        0, 0, 0.017, 0.032, 0.033, 0.033, 0.048, 0.055, 0.067, 0.067, 0.079, 0.083, 0.1, 0.107, 0.133, 0.175, 0.214, 0.323, 0.429, 0.55, 0.818);

    /// <summary>Share of a job's runs in which more than 5 % of the rows (and more than 8) fail.</summary>
    public static readonly QuantileTable MassFailureShare = new(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.006, 0.008, 0.02, 0.033, 0.067, 0.133, 0.3);

    /// <summary>Share of the rows that fail in such a run.</summary>
    public static readonly QuantileTable MassFailureReach = new(
        0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.061, 0.062, 0.064, 0.068, 0.072, 0.077, 0.083, 0.104, 0.155, 0.189, 0.189, 0.208, 0.821);

    /// <summary>Share of a job's runs that hold 30 to 80 % of the usual rows: the suite stopped on the way.</summary>
    public static readonly QuantileTable CutRunShare = new(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.02, 0.1, 0.36, 0.5);

    /// <summary>Share of a job's rows that fail now and then outside of incidents.</summary>
    public static readonly QuantileTable FailingRowShare = new(
        0, 0, 0.002, 0.003, 0.006, 0.007, 0.014, 0.019, 0.02, 0.024, 0.027, 0.03, 0.035, 0.041, 0.058, 0.062, 0.067, 0.08, 0.096, 0.148, 0.3);

    /// <summary>Share of a job's rows with FLAKY cells.</summary>
    public static readonly QuantileTable RetriedRowShare = new(
        0, 0, 0, 0, 0.004, 0.004, 0.017, 0.021, 0.025, 0.029, 0.037, 0.043, 0.064, 0.085, 0.092, 0.103, 0.121, 0.154, 0.203, 0.223, 0.276);

    /// <summary>How often a row fails that fails now and then. Not as counted: chosen lower, because the few runs of a job hide small rates.</summary>
    public static readonly QuantileTable FailRate = new(
        0.001, 0.002, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008, 0.01, 0.012, 0.014, 0.016, 0.018, 0.021, 0.025, 0.03, 0.035, 0.045, 0.07, 0.2);

    /// <summary>How often a retried row is FLAKY. Not as counted: chosen lower for the same reason; the top tenth is FLAKY in every run.</summary>
    public static readonly QuantileTable RetryRate = new(
        0.001, 0.001, 0.002, 0.003, 0.003, 0.004, 0.005, 0.007, 0.009, 0.011, 0.014, 0.018, 0.023, 0.03, 0.042, 0.065, 0.14, 0.4, 0.85, 1, 1);
}
