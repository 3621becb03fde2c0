using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The figures of some logs as a table, to be described or written.</summary>
public static class LogStatisticsTable
{
    /// <summary>Makes the table: the column <c>file</c>, then one for each figure.</summary>
    /// <param name="files">What each log is called.</param>
    /// <param name="figures">The figures of each log, in the same order.</param>
    public static FeatureTable Of(IReadOnlyList<string> files, IReadOnlyList<LogStatistics> figures)
    {
        FeatureColumns<(string File, LogStatistics Figures)> columns = new FeatureColumns<(string File, LogStatistics Figures)>()
            .Text("file", "The log", r => r.File)
            .AddLogStatistics(r => r.Figures);
        return new FeatureTableDefinition<(string File, LogStatistics Figures)>("logs", "log", columns).Compute([.. files.Zip(figures)]);
    }
}
