using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Columns;
using CiFeatures.Decoding.Prow;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Makes the files that the build of a case would have had, and reads them with the readers of such files.</summary>
internal static class CaseBuilds
{
    // The moment at which the cases were converted; theirs is later by less than a second.
    public static DateTimeOffset Now { get; } = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static BuildResult Result(JsonElement result) => new()
    {
        Job = result.Text("job"),
        Build = result.Text("build"),
        Started = result.At("started").Has("started") ? StartedReader.Read(Json(result.At("started").At("started")), []) : null,
        Finished = result.At("finished").Has("finished") ? FinishedReader.Read(Json(result.At("finished").At("finished")), []) : null,
        Pod = result.At("podInfo").Has("pod") ? PodInfoReader.Read(Json(result.At("podInfo")), []) : null,
        Suites = [.. result.List("suites").Select(s => new ResultSuite(Cases(s.At("suites").List("suites")), s.Map("metadata")))],
        Malformed = result.Texts("malformed"),
    };

    public static IReadOnlyList<JUnitCase> Cases(IReadOnlyList<JsonElement> suites)
    {
        XElement root = new("testsuites", suites.Select(Suite));
        List<DecodeIssue> issues = [];
        IReadOnlyList<JUnitCase> cases = JUnitReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting))), issues);
        issues.ShouldBeEmpty();
        return cases;
    }

    private static byte[] Json(JsonElement json) => JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(json.GetRawText()));

    private static XElement Suite(JsonElement suite) => new(
        "testsuite",
        new XAttribute("name", suite.Text("name")),
        suite.List("suites").Select(Suite),
        suite.List("results").Select(Case));

    private static XElement Case(JsonElement test)
    {
        XElement element = new("testcase", new XAttribute("name", test.Text("name")));
        if (test.Has("time"))
        {
            element.Add(new XAttribute("time", test.Number("time").ToString(CultureInfo.InvariantCulture)));
        }

        element.Add(Reason(test, "errored", "error"), Reason(test, "failure", "failure"), Reason(test, "skipped", "skipped"), Text(test, "error", "system-err"), Text(test, "output", "system-out"));
        if (test.Has("properties"))
        {
            element.Add(new XElement("properties", test.At("properties").List("propertyList").Select(
                p => new XElement("property", new XAttribute("name", p.Text("name")), new XAttribute("value", p.Text("value"))))));
        }

        return element;
    }

    private static XElement? Reason(JsonElement test, string field, string name) =>
        test.Has(field) ? new(name, new XAttribute("message", test.At(field).Text("message")), test.At(field).Text("value")) : null;

    private static XElement? Text(JsonElement test, string field, string name) => test.Has(field) ? new(name, test.Text(field)) : null;
}
