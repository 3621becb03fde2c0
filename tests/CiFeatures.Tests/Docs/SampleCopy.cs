using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>The recorded answers of <c>data/sample</c>, copied to where the commands of a page expect them.</summary>
internal static class SampleCopy
{
    public static void Make(string target)
    {
        string source = Repository.PathOf("data", "sample", "answers");
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
