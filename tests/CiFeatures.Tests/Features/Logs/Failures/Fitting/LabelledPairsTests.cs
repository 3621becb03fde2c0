using System.IO.Compression;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Failures.Fitting;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Logs.Failures.Fitting;

public sealed class LabelledPairsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Labels_InAnyOrderAndOverlapping()
    {
        Write("RAW\nE 3-5\nC 2\nE 4-6\n\nE 9\n");

        LabelledPair pair = LabelledPairs.Read(_folder.Path).ShouldHaveSingleItem();

        pair.Group.ShouldBe("group");
        pair.Name.ShouldBe("pair");
        pair.Wanted.Order().ShouldBe([3, 4, 5, 6, 9]);
        pair.Neutral.ShouldBe([2]);
    }

    [Theory]
    [InlineData("RAW\nX 3\n")]
    [InlineData("RAW\nE 3-4-5\n")]
    [InlineData("RAW\nE a\n")]
    [InlineData("RAW\nE 1-999999999999\n")]
    public void Read_NoLabel_Says(string labels)
    {
        Write(labels);

        Should.Throw<CiFeaturesException>(() => LabelledPairs.Read(_folder.Path)).Code.ShouldBe("CIF1351");
    }

    [Fact]
    public void Read_NoPair_Says() => Should.Throw<CiFeaturesException>(() => LabelledPairs.Read(_folder.Path)).Code.ShouldBe("CIF1351");

    [Fact]
    public void Score_CountsWantedLinesThatAreNotBlank_AndNeutralOnesNotAtAll()
    {
        Write("RAW\nE 2-4\nC 1\n");

        PairScore score = PairScore.Of(LabelledPairs.Read(_folder.Path)[0], [1, 2, 3, 6]);

        // Line 3 is blank: reporting it is a line too many, leaving it out costs nothing.
        score.ShouldBe(new PairScore(1, 3, 2));
        score.F1.ShouldBe(0.4);
    }

    private void Write(string labels)
    {
        string folder = _folder.PathOf("group/pair");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "groundtruth"), labels);
        foreach (string name in (string[])["fail.log.gz", "pass.log.gz"])
        {
            using var gzip = new GZipStream(File.Create(Path.Combine(folder, name)), CompressionLevel.Fastest);
            gzip.Write("one\ntwo\n  \nfour\nfive\nsix\n"u8);
        }
    }
}
