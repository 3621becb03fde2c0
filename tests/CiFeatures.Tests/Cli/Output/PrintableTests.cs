using CiFeatures.Cli.Output;

namespace CiFeatures.Tests.Cli.Output;

public class PrintableTests
{
    [Fact]
    public void Line_ControlCharacters_CannotReachTheTerminal()
    {
        string line = Printable.Line("a\u001b[31mb\nc\0d");

        line.Any(char.IsControl).ShouldBeFalse();
        line.Length.ShouldBe("a\u001b[31mb\nc\0d".Length);
    }

    [Fact]
    public void Short_LongName_KeepsBothEndsAndTheLength()
    {
        string shortened = Printable.Short("periodic-ci-openshift-release-master-nightly-4.8-e2e-aws", 20);

        shortened.Length.ShouldBe(20);
        shortened.ShouldStartWith("periodic");
        shortened.ShouldEndWith("e2e-aws");
        Printable.Short("short", 20).ShouldBe("short");
    }

    [Fact]
    public void Time_NoTime_IsADashNotNineteenSeventy()
    {
        Printable.Time(null).ShouldBe("–");
        Printable.Time(1_627_443_585_000).ShouldBe("2021-07-28 03:39");
    }

    [Fact]
    public void One_NoNumber_IsADashNotZero()
    {
        Printable.One(null).ShouldBe("–");
        Printable.One(40).ShouldBe("40.0");
    }
}
