namespace CiFeatures.Tests.Support;

/// <summary>Recorded data and peer test tables that are not part of the project. Tests that need them skip where they are absent.</summary>
internal static class SharedData
{
    private static readonly string Root =
        Environment.GetEnvironmentVariable("CIFEATURES_SHARED") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    public static string PathOrSkip(params string[] parts)
    {
        string path = Path.Combine([Root, .. parts]);
        Skip.IfNot(Path.Exists(path), $"{string.Join('/', parts)} is not here; set CIFEATURES_SHARED to the folder that holds it.");
        return path;
    }
}
