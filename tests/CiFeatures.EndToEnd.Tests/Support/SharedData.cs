namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>Recorded data that is not part of the project. Where it is absent, tests use simulated data instead.</summary>
internal static class SharedData
{
    private static readonly string Root =
        Environment.GetEnvironmentVariable("CIFEATURES_SHARED") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>Gets the recorded tables of three releases; null where they are not.</summary>
    public static string? TestGrid => Directory.Exists(Path.Combine(Root, "data", "testgrid")) ? Path.Combine(Root, "data", "testgrid") : null;
}
