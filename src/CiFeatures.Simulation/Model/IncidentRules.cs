using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Model;

/// <summary>What an incident does to the result that a test would have had.</summary>
internal static class IncidentRules
{
    /// <summary>The published result of a cell.</summary>
    /// <param name="test">The test.</param>
    /// <param name="run">The run with its incident.</param>
    /// <param name="healthy">The result without the incident.</param>
    /// <param name="fate">A draw in [0, 1) of this cell.</param>
    public static CellStatus Apply(TestPlan test, RunPlan run, CellStatus healthy, double fate) => run.Incident switch
    {
        IncidentKind.NoResults => test.Group == TestGroup.Pod ? healthy : CellStatus.NoResult,
        IncidentKind.InstallFailure => WithoutCluster(test, run, healthy),
        IncidentKind.Cut => test.Group > TestGroup.OperatorResult && fate >= run.Reach ? CellStatus.NoResult : healthy,
        IncidentKind.MassFailure => test.Group > TestGroup.Step && fate < run.Reach && healthy != CellStatus.PassWithSkips ? CellStatus.Fail : healthy,
        _ => healthy,
    };

    private static CellStatus WithoutCluster(TestPlan test, RunPlan run, CellStatus healthy) => test.Group switch
    {
        TestGroup.Pod or TestGroup.Import => healthy,
        TestGroup.Step when test.Step == JobTests.InstallStep => CellStatus.Fail,

        // What comes before the installation ran; of what comes after, only gathering and cleaning up.
        TestGroup.Step => test.Step is < JobTests.InstallStep or > JobTests.TestStep ? healthy : CellStatus.NoResult,

        // In some of these runs the operators were far enough to be asked.
        TestGroup.OperatorResult => run.Reach > 0.62 ? healthy : CellStatus.NoResult,
        _ => CellStatus.NoResult,
    };
}
