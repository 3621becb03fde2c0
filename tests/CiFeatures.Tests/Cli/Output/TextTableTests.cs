using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;

namespace CiFeatures.Tests.Cli.Output;

public class TextTableTests
{
    private const string LongName = "periodic-ci-openshift-release-master-nightly-4.8-e2e-aws-upgrade-from-stable";

    [Theory]
    [InlineData(200)]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(40)]
    [InlineData(20)]
    public void Print_AnyWidth_KeepsEveryFigureWholeAndStaysInside(int width)
    {
        string text = Print(width, (LongName, "123,456", "0.946331"), ("short", "7", "1.000000"));

        text.ShouldContain("123,456");
        text.ShouldContain("0.946331");
        text.Split('\n').Max(l => l.TrimEnd().Length).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public void Print_EnoughWidth_KeepsTheWholeName()
    {
        Print(200, (LongName, "1", "2")).ShouldContain(LongName);
    }

    [Fact]
    public void Print_LittleWidth_ShortensTheNameInTheMiddle()
    {
        string text = Print(60, (LongName, "1", "2"));

        text.ShouldContain("…");
        text.ShouldContain("stable");
        text.ShouldContain("periodic");
    }

    [Fact]
    public void Row_ControlCharacters_DoNotReachTheScreen()
    {
        Print(80, ("a\u001b[2Jb", "1", "2")).ShouldNotContain("\u001b");
    }

    private static string Print(int width, params (string Name, string Cells, string Ratio)[] rows)
    {
        using var output = new StringWriter();
        var environment = new AppEnvironment(output, TextWriter.Null, TimeProvider.System, ".", false, false, false);
        environment.OutputConsole.Profile.Width = width;
        var context = new VerbContext(environment, new RootCommand().Parse([]), false, false, 0, false, CancellationToken.None);
        var table = new TextTable("name", ">cells", ">ratio");
        foreach ((string name, string cells, string ratio) in rows)
        {
            table.Row(name, cells, ratio);
        }

        table.Print(context);
        return output.ToString();
    }
}
