namespace CiFeatures.Cli.Pipeline;

/// <summary>Where a demo puts its results.</summary>
internal sealed record DemoPaths(string Folder, string Store, string DataSet, string Svg, string Png)
{
    public static DemoPaths In(string folder) => new(
        folder,
        Path.Combine(folder, "store"),
        Path.Combine(folder, "features"),
        Path.Combine(folder, "grid.svg"),
        Path.Combine(folder, "grid.png"));
}
