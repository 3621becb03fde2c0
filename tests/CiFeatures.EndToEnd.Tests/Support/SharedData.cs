namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>Recorded data that is not part of the project. Tests that need it skip where it is absent.</summary>
internal static class SharedData
{
    private static readonly string Root =
        Environment.GetEnvironmentVariable("CIFEATURES_SHARED") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    public static bool HasTestGrid => Directory.Exists(Path.Combine(Root, "data", "testgrid"));

    public static string PathOrSkip(params string[] parts)
    {
        string path = Path.Combine([Root, .. parts]);
        Skip.IfNot(Path.Exists(path), $"{string.Join('/', parts)} is not here; set CIFEATURES_SHARED to the folder that holds it.");
        return path;
    }
}
