using System.Reflection;
using System.Xml.Linq;
using CiFeatures.Tests.PublicApi;

namespace CiFeatures.Tests.House;

/// <summary>Everything that others can call says what it means.</summary>
public class DocumentationTests
{
    public static TheoryData<string> Libraries() => PublicApiTests.Libraries();

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicMembers_HaveASummary(string library)
    {
        Dictionary<string, XElement> documented = Read(library);
        Type[] types = Assembly.Load(library).GetExportedTypes();

        IEnumerable<string> wanted = types.Select(DocumentationId.Of)
            .Concat(types.Where(t => !typeof(Delegate).IsAssignableFrom(t)).SelectMany(VisibleMembers.Of).Select(DocumentationId.Of));

        // The compiler itself asks for a comment on a constructor that is written out; one without parameters may be its own.
        wanted.Where(id => !id.EndsWith(".#ctor", StringComparison.Ordinal))
            .Where(id => !documented.TryGetValue(id, out XElement? element) || !SaysSomething(element))
            .ShouldBeEmpty($"Public members of {library} without a summary.");
    }

    [Fact]
    public void DocumentationId_OfFrameworkMembers_IsWhatTheCompilerWrites()
    {
        DocumentationId.Of(typeof(Dictionary<,>.Enumerator)).ShouldBe("T:System.Collections.Generic.Dictionary`2.Enumerator");
        DocumentationId.Of(typeof(List<>).GetConstructor([typeof(int)])!).ShouldBe("M:System.Collections.Generic.List`1.#ctor(System.Int32)");
        DocumentationId.Of(typeof(int).GetMethods().Single(m => m.Name == "TryParse" && m.GetParameters() is [var p, _] && p.ParameterType == typeof(string)))
            .ShouldBe("M:System.Int32.TryParse(System.String,System.Int32@)");
        DocumentationId.Of(typeof(Array).GetMethod(nameof(Array.ConvertAll))!)
            .ShouldBe("M:System.Array.ConvertAll``2(``0[],System.Converter{``0,``1})");
        DocumentationId.Of(typeof(List<>).GetProperty("Item")!).ShouldBe("P:System.Collections.Generic.List`1.Item(System.Int32)");
        DocumentationId.Of(typeof(DateTimeOffset).GetMethods().First(m => m.Name == "op_Implicit"))
            .ShouldBe("M:System.DateTimeOffset.op_Implicit(System.DateTime)~System.DateTimeOffset");
    }

    private static bool SaysSomething(XElement member) =>
        member.Element("inheritdoc") is not null || (member.Element("summary") is { } summary && (summary.Value.Trim().Length > 0 || summary.HasElements));

    private static Dictionary<string, XElement> Read(string library) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, library + ".xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);
}
