namespace CiFeatures.Features.Flakiness;

/// <summary>The flakiness of one row by both methods, with what it was computed from.</summary>
/// <param name="Flips">Status changes that the flip method counted.</param>
/// <param name="Considered">Results that the flip method considered: without infrastructure failures, failures in columns where nothing passed, and runs of three or more failures.</param>
/// <param name="Passed">Passing cells in the window.</param>
/// <param name="Failed">Failing cells in the window without infrastructure failures.</param>
/// <param name="Flaky">Flaky cells in the window; they are in neither part of the naive method.</param>
/// <param name="InfraFailed">Failing cells in the window whose message is a single word.</param>
public readonly record struct TestFlakiness(int Flips, int Considered, int Passed, int Failed, int Flaky, int InfraFailed)
{
    /// <summary>100 × <see cref="Flips"/> / <see cref="Considered"/>; 0 when results exist but none is considered (a broken test); null when the window has no pass, failure or flaky cell.</summary>
    public double? FlipPct => Passed + Failed + Flaky == 0 ? null : Considered == 0 ? 0 : 100.0 * Flips / Considered;

    /// <summary>The denominator of <see cref="NaivePct"/>: passing and failing cells.</summary>
    public int NaiveTotal => Passed + Failed;

    /// <summary>100 × <see cref="Failed"/> / <see cref="NaiveTotal"/>; null when that is 0.</summary>
    public double? NaivePct => NaiveTotal == 0 ? null : 100.0 * Failed / NaiveTotal;
}
