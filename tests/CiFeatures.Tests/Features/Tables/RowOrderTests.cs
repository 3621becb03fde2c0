using CiFeatures.Tests.Core.Tensors;
using CiFeatures.Tests.Features.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>TestGrid sorts rows by recent failure, so their order must not show in any table.</summary>
public class RowOrderTests
{
    [Fact]
    public void AllTables_RowsPermuted_HaveTheSameValues() => Prop.ForAll(GridCases.Random(), given =>
    {
        PermutedGrid withAlerts = given with { Grid = WithAlerts(given.Grid) };

        Extracted.Of(withAlerts.Shuffled).Dump().ShouldBe(Extracted.Of(withAlerts.Grid).Dump());
    }).QuickCheckThrowOnFailure();

    private static CiFeatures.Core.Grids.JobGrid WithAlerts(CiFeatures.Core.Grids.JobGrid grid) => new(
        grid.Key,
        grid.Info,
        [.. grid.Tests.Select((t, i) => i % 2 == 0 ? t : t with { Alert = new CiFeatures.Core.Grids.RowAlert { FailCount = i } })],
        grid.Runs,
        grid.Statuses.ToArray());
}
