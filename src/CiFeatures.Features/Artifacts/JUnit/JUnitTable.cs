using System.Globalization;
using CiFeatures.Core.Builds;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts.JUnit;

/// <summary>The table <c>junit</c>: one row for every test case of every JUnit file.</summary>
internal static class JUnitTable
{
    /// <summary>The most UTF-16 units of a message; what is longer loses its middle.</summary>
    public const int MessageCharacters = 1000;

    public static FeatureTableDefinition<JUnitContext> Define(bool withSnapshot)
    {
        string cut = MessageCharacters.ToString(CultureInfo.InvariantCulture);
        FeatureColumns<JUnitContext> columns = BuildKeyColumns.Begin<JUnitContext>(withSnapshot, c => c.Build)
            .Text("file", "The JUnit file's path below the build's folder", c => c.File)
            .Count("case_index", "index", "The case's place in the file, from 0", c => c.Index)
            .Text("suite", "Names of the suites around the case, outermost first, joined with dots; an empty text where they have none", c => c.Case.Suite)
            .Text("test", "The case's own name; an empty text where the file has none", c => c.Case.Name)
            .Text("test_name", "The name that TestGrid gives the row: suites and test joined with dots. Joins with tests.test", c => c.Case.TestName)
            .Text("classname", "The attribute classname", c => c.Case.ClassName.Length > 0 ? c.Case.ClassName : null, "when the case has none")
            .Text("status", "passed, failed, error or skipped", c => Status(c.Case.Status))
            .Number("seconds", "s", "How long the case took", c => c.Case.Seconds is { } seconds && double.IsFinite(seconds) ? seconds : null, "when the file does not say or says no number")
            .Text("message", $"The first text of error, failure, skipped, system-err and system-out; of one longer than {cut} characters the beginning and the end around \"...\"", c => c.Case.Message.Length > 0 ? MiddleCut.Of(c.Case.Message, MessageCharacters) : null, "when the case has no text", "TestGrid's order of a case's texts")
            .LongCount("message_chars", "characters", "Length of the message before it was cut, in UTF-16 units; 0 = the case has no text", c => c.Case.Message.Length);
        return new FeatureTableDefinition<JUnitContext>("junit", "job, build, file, test case", columns);
    }

    private static string Status(JUnitStatus status) => status switch
    {
        JUnitStatus.Passed => "passed",
        JUnitStatus.Failed => "failed",
        JUnitStatus.Error => "error",
        JUnitStatus.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };
}
