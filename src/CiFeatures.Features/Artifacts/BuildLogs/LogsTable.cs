using CiFeatures.Features.Catalog;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Features.Artifacts.BuildLogs;

/// <summary>The table <c>logs</c>: one row for every log of every build.</summary>
internal static class LogsTable
{
    private const string NotFailed = "when the build did not fail, or whether it did is not known";
    private const string NoLine = NotFailed + ", or no line explains it";
    private const string Source = "logs failures, without a passing log to compare with";

    public static FeatureTableDefinition<LogContext> Define(bool withSnapshot)
    {
        FeatureColumns<LogContext> columns = BuildKeyColumns.Begin<LogContext>(withSnapshot, c => c.Build)
            .Text("file", "The log's path below the build's folder", c => c.File)
            .AddLogStatistics(c => c.Log)
            .Count("failing_lines", "lines", "Lines that explain why the build failed", c => c.Failing?.Lines.Count, NotFailed, Source)
            .Text("failing_line_top", "The one of them to show where only one fits", c => c.Failing?.Top?.Text, NoLine, Source)
            .Text("failing_line_template", "The same without times, numbers and ids, so that equal failures have equal texts", c => c.Failing?.TopTemplate, NoLine, Source)
            .Number("failing_line_score", "probability", "How sure that line is", c => c.Failing?.Top?.Score, NoLine, Source);
        return new FeatureTableDefinition<LogContext>("logs", "job, build, file", columns);
    }
}
