using System.Text;
using CiFeatures.Collection.TestGrid.Discovery;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid.Discovery;

/// <summary>Whatever happens to a page, its reader gives names or a clear error, in bounded memory.</summary>
public class DashboardPageFuzzTests
{
    private const int Usual = 3000;
    private const long AtLeast = 1 << 20;
    private const long PerByte = 256;

    private static readonly byte[] Handmade = Encoding.UTF8.GetBytes("""
        <!DOCTYPE html><html><head><title>a &amp; b</title><script src="x.js"></script><script>var user = {name: 'u'}; // it's
        var re = /["'\/]/g, t = `x ${user}`;</script></head><body><script type="application/json">{"dashboard_groups":[{"name":"g","dashboard_names":["a","b"]}],
        "dashboards":[{"name":"a\u0026","dashboard_tab":[{"name":"t"}]},{"name":"b\x27"}],"m":{"n":[1,null,true]}}</script>
        <script>var all = JSON.parse('{"dashboards":{"x":{},"y":{"name":"\\u{61}"}}}');</script><!-- <script> --><a href="/a">a</a><style>a{}</style><a href='/b#c'>b</a></body></html>
        """);

    [Fact]
    public void Read_DamagedPages_GivesNamesOrAClearError() => Run(1, Handmade);

    [Fact]
    public void Read_DamagedWrittenPages_GivesNamesOrAClearError() => Run(2, DashboardPageWriter.Write(["redhat-a", "b & c", "</script>"]));

    private static void Run(int seed, byte[] valid)
    {
        Random random = Fuzzing.Seeded(20211122 + seed);
        int named = 0;
        for (int left = (Fuzzing.Inputs(Usual) + 1) / 2; left > 0; left--)
        {
            byte[] input = Fuzzing.Mutate(valid, random);
            Fuzzing.OnlyKnownErrors(input, AtLeast + (PerByte * input.Length), () =>
            {
                DashboardPage.Read(input, Pages.Url).ShouldAllBe(n => n.Trim().Length > 0);
                named++;
            });
        }

        named.ShouldBeGreaterThan(0);
    }
}
