using CiFeatures.Core.Grids;
using CiFeatures.Tests.Core.Tensors;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>Random grids with none, one or two Overall rows, each with a permutation of its rows.</summary>
internal static class GridCases
{
    public static Arbitrary<PermutedGrid> Random()
    {
        Gen<PermutedGrid> gen =
            from given in TestGrids.Permuted().Generator
            from renamed in Gen.Choose(0, 3)
            select given with { Grid = Rename(given.Grid, renamed) };
        return gen.ToArbitrary();
    }

    private static JobGrid Rename(JobGrid grid, int renamed)
    {
        TestRow[] rows = [.. grid.Tests];
        if (rows.Length > 0 && (renamed & 1) != 0)
        {
            rows[0] = rows[0] with { Name = "Overall" };
        }

        if (rows.Length > 1 && (renamed & 2) != 0)
        {
            rows[1] = rows[1] with { Name = "periodic-job.Overall" };
        }

        return new JobGrid(grid.Key, grid.Info, rows, grid.Runs, grid.Statuses.ToArray());
    }
}
