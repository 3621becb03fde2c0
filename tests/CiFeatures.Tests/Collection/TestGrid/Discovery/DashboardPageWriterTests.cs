using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CiFeatures.Collection.TestGrid.Discovery;

namespace CiFeatures.Tests.Collection.TestGrid.Discovery;

public class DashboardPageWriterTests
{
    private static readonly string[] Names = ["redhat-assisted-installer", "redhat-single-node", "a b, c: \"d\" 'e' </script> & <b>", "名前 😀", "name", "\u2028\\"];

    [Fact]
    public void Write_AnyNames_AreReadBack()
    {
        DashboardPage.Read(DashboardPageWriter.Write(Names), Pages.Url, out DashboardRule rule).ShouldBe(Names);
        rule.ShouldBe(DashboardRule.DashboardData);
    }

    // How the notebooks of 2020 and 2021 found the names: fourth script, sixth word, cut at commas, what follows the first colon.
    [Fact]
    public void Write_Page_IsReadByTheNotebooksRule()
    {
        IDocument document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(DashboardPageWriter.Write(Names)));
        string text = document.QuerySelectorAll("script")[3].TextContent;
        string word = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[5];
        string[] names = [.. word.Split(',').Where(p => p.Contains("\"name\"", StringComparison.Ordinal)).Select(p => p.Split(':')[1])];

        names.Length.ShouldBe(Names.Length);
        names[0].ShouldBe("\"redhat-assisted-installer\"");
        names[1].ShouldBe("\"redhat-single-node\"");
    }

    [Fact]
    public void Write_None_GivesAPageWithoutNames() => Pages.Error(DashboardPageWriter.Write([])).Code.ShouldBe("CIF1240");

    [Fact]
    public void Write_SameNames_GiveSameBytes() => DashboardPageWriter.Write(Names).ShouldBe(DashboardPageWriter.Write(Names));
}
