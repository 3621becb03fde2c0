using System.Reflection;
using CiFeatures.Reporting;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Reporting;

public class ReportingErrorsTests
{
    [Fact]
    public void Codes_All_HaveASectionInTheDocuments()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("docs", "errors", "reporting.md"));
        string[] codes = [.. typeof(ReportingErrors).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

        codes.ShouldNotBeEmpty();
        foreach (string code in codes)
        {
            lines.Count(l => l.StartsWith($"## {code} ", StringComparison.Ordinal)).ShouldBe(1, code);
        }
    }
}
