namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>Where the checkout is that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CiFeatures.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("CiFeatures.sln was not found above " + AppContext.BaseDirectory);
    }
}
