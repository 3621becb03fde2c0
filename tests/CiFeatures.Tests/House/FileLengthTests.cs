using CiFeatures.Tests.Support;
using Xunit.Abstractions;

namespace CiFeatures.Tests.House;

/// <summary>Small files with one subject: at most 500 lines, mostly far fewer.</summary>
public class FileLengthTests(ITestOutputHelper output)
{
    private const int MaxLines = 500;
    private const int MaxMedian = 80;
    private const int MaxP90 = 250;

    [Fact]
    public void HandWrittenFiles_AreSmall()
    {
        (string File, int Lines)[] files =
            [.. SourceFiles.HandWritten().Select(f => (f, File.ReadAllLines(Repository.PathOf(f)).Length)).OrderBy(f => f.Length)];

        int median = files[files.Length / 2].Lines;
        int p90 = files[files.Length * 9 / 10].Lines;
        output.WriteLine($"{files.Length} files, {files.Sum(f => f.Lines)} lines; median {median}, p90 {p90}, longest {files[^1].Lines} ({files[^1].File}).");

        files.Where(f => f.Lines > MaxLines).ShouldBeEmpty($"A file has at most {MaxLines} lines; split it by subject.");
        median.ShouldBeLessThanOrEqualTo(MaxMedian);
        p90.ShouldBeLessThanOrEqualTo(MaxP90);
    }
}
