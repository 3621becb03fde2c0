using CiFeatures.Cli.Hosting;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Where a demo puts its results.</summary>
internal sealed record DemoPaths(string Folder, string Recorded, string Store, string DataSet, string Svg, string Png)
{
    public static DemoPaths In(string folder) => new(
        folder,
        Path.Combine(folder, "recorded"),
        Path.Combine(folder, "store"),
        Path.Combine(folder, "features"),
        Path.Combine(folder, "grid.svg"),
        Path.Combine(folder, "grid.png"));

    /// <summary>Refuses a folder that holds something else than a former demo, before anything is written: its pictures and data set are replaced.</summary>
    public void RequireOurs()
    {
        bool isFormerDemo = File.Exists(Path.Combine(DataSet, "manifest.json")) && Directory.Exists(Store);
        if (File.Exists(Folder) || (Directory.Exists(Folder) && !isFormerDemo && Directory.EnumerateFileSystemEntries(Folder).Any()))
        {
            throw CliErrors.NotOurs(Folder);
        }
    }
}
