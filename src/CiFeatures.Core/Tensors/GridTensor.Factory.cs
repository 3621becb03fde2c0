using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Tensors;

/// <content>Making tensors from grids.</content>
public sealed partial class GridTensor
{
    /// <summary>Makes a tensor of one snapshot, [1, tests, runs]. Tests come in ordinal order of name, runs in published order.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="snapshot">The snapshot's id.</param>
    /// <param name="options">Limits; null = defaults.</param>
    /// <exception cref="CiFeaturesException">CIF1310: it would be larger than the limit.</exception>
    public static GridTensor FromGrid(JobGrid grid, string snapshot = "", GridTensorOptions? options = null) =>
        new GridTensorBuilder(options).Add(snapshot, grid).Build();

    /// <summary>Makes a tensor of several snapshots of one job, [snapshots, tests, runs].</summary>
    /// <param name="grids">The grids with their snapshots' ids, in the order of the first axis.</param>
    /// <param name="options">Limits; null = defaults.</param>
    /// <exception cref="CiFeaturesException">CIF1310 to CIF1313: too large, no grid, a snapshot twice, another job.</exception>
    public static GridTensor FromGrids(IEnumerable<KeyValuePair<string, JobGrid>> grids, GridTensorOptions? options = null)
    {
        GridTensorBuilder builder = new(options);
        foreach ((string snapshot, JobGrid grid) in grids)
        {
            builder.Add(snapshot, grid);
        }

        return builder.Build();
    }
}
