using System.Reflection;
using System.Text.RegularExpressions;
using CiFeatures.Decoding;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding;

public class DecodingCodesTests
{
    [Fact]
    public void Codes_AndSectionsOfTheErrorPage_AreTheSame()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "errors", "decoding.md"));
        IEnumerable<string> sections = Regex.Matches(page, "^## (CIF[0-9]{4}) \\S", RegexOptions.Multiline).Select(m => m.Groups[1].Value);

        FieldInfo[] codes = typeof(DecodingCodes).GetFields(BindingFlags.Public | BindingFlags.Static);

        sections.ShouldBe(codes.Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal));
    }
}
