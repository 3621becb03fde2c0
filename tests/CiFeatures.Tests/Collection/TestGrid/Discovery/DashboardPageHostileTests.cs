using System.Diagnostics;
using System.Text;
using CiFeatures.Collection.TestGrid.Discovery;

namespace CiFeatures.Tests.Collection.TestGrid.Discovery;

/// <summary>Pages that would cost a tree builder its stack, or a careless reader its time.</summary>
public class DashboardPageHostileTests
{
    private const string Good = "<script>var dashboards=['a','b'];</script>";

    public static TheoryData<string, int, string> Parts() => new()
    {
        { "<div>", 100_000, "" },
        { "<b><i><font>", 100_000, "" },
        { "<svg><foreignObject>", 100_000, "" },
        { "<table><tr><td>", 50_000, "" },
        { "<", 1_000_000, ">" },
        { "</", 1_000_000, ">" },
        { "<a href=/x>", 200_000, "" },
        { "<!--", 500_000, "-->" },
        { "<script>[", 1, "</script>" },
        { "<p a=1 b=2 c='", 200_000, "'>" },
        { "&amp;", 500_000, "" },
        { "<script>", 1, "</script>" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Read_NestedOrRepeated_StillFindsTheNames(string part, int times, string end)
    {
        string page = string.Concat(Enumerable.Repeat(part, times)) + end + Good;

        // On a stack that would not hold a hundred thousand calls, so that a page that needs them fails here and not at a user's.
        IReadOnlyList<string>? names = null;
        Thread thread = new(() => names = DashboardPage.Read(Encoding.UTF8.GetBytes(page), Pages.Url), 512 << 10);
        Stopwatch time = Stopwatch.StartNew();
        thread.Start();
        thread.Join(TimeSpan.FromSeconds(60)).ShouldBeTrue("it takes too long");

        names.ShouldBe(["a", "b"]);
        time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("[", 2_000_000)]
    [InlineData("{a:", 1_000_000)]
    [InlineData("{dashboards:[", 200_000)]
    [InlineData("'\\", 2_000_000)]
    [InlineData("\"x", 2_000_000)]
    [InlineData("=/[", 1_000_000)]
    [InlineData("`${", 1_000_000)]
    [InlineData("/*", 2_000_000)]
    [InlineData("}]", 2_000_000)]
    [InlineData("JSON.parse('[[[[", 200_000)]
    public void Read_ScriptThatNeverEnds_IsNoTroubleForTheNext(string part, int times)
    {
        string script = string.Concat(Enumerable.Repeat(part, times));
        Stopwatch time = Stopwatch.StartNew();

        Pages.Read($"<script>{script}</script>{Good}", out _).ShouldContain("b");
        time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Read_FiftyMegabytes_AreRefusedUnread()
    {
        byte[] page = new byte[50 << 20];
        page.AsSpan().Fill((byte)'<');
        long before = GC.GetAllocatedBytesForCurrentThread();

        Pages.Error(page).Code.ShouldBe("CIF1241");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Read_LargestPageOfBrackets_EndsInAnError()
    {
        byte[] page = new byte[DashboardPage.MaxBytes];
        page.AsSpan().Fill((byte)'<');
        long before = GC.GetAllocatedBytesForCurrentThread();

        Pages.Error(page).Code.ShouldBe("CIF1240");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20L * page.Length);
    }

    [Fact]
    public void Read_OneNameOfAMegabyte_IsNoName() =>
        Pages.Read(Pages.Scripts($"dashboards=['{new string('x', 1 << 20)}','a','b']"), out _).ShouldBe(["a", "b"]);
}
