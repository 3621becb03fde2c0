namespace CiFeatures.Tests.Collection;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("cifeatures-store-").FullName;

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Names and bytes of all files below a folder, to see that nothing has changed.</summary>
    public static SortedDictionary<string, string> Contents(string folder)
    {
        SortedDictionary<string, string> contents = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            contents.Add(Path.GetRelativePath(folder, file), Convert.ToHexString(File.ReadAllBytes(file)));
        }

        return contents;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
