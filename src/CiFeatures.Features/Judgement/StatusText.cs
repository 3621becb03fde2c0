using System.Globalization;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Features.Judgement;

/// <summary>The status text of a job (TestGrid's <c>statusMessage</c>).</summary>
public static class StatusText
{
    /// <summary>What the text begins with on servers since 2021.</summary>
    public const string Prefix = "Tab stats: ";

    /// <summary>Writes the text.</summary>
    /// <param name="metrics">The counts over the recent columns.</param>
    /// <param name="status">The overall status; pending and acceptable add a line.</param>
    /// <param name="maxAcceptableFlakinessPct">The configured level that an acceptable status quotes, in percent.</param>
    /// <param name="withPrefix">Whether the text begins with <see cref="Prefix"/>; older servers wrote it without.</param>
    public static string Write(GridMetrics metrics, TabStatus status, float maxAcceptableFlakinessPct, bool withPrefix)
    {
        if (metrics.FilledCells == 0)
        {
            return Staleness.NoCompletedResults;
        }

        string columns = $"{metrics.PassingColumns} of {metrics.CompletedColumns} ({Percent(metrics.PassingColumns, metrics.CompletedColumns)}%)";
        string cells = $"{metrics.PassingCells} of {metrics.FilledCells} or {Percent(metrics.PassingCells, metrics.FilledCells)}% cells";
        string ignored = metrics.IgnoredColumns > 0 ? $". {metrics.IgnoredColumns} columns ignored" : "";
        string info = status switch
        {
            TabStatus.Pending => "\nStatus info: Not enough runs",
            TabStatus.Acceptable => $"\nStatus info: Recent flakiness ({Percent(metrics.ValidColumns - metrics.PassingColumns, metrics.ValidColumns)}%)"
                + $" over valid columns is within configured acceptable level of {OneDecimal(maxAcceptableFlakinessPct)}%.",
            _ => "",
        };
        return $"{(withPrefix ? Prefix : "")}{columns} recent columns passed ({cells}){ignored}{info}";
    }

    private static string Percent(int part, int whole) => OneDecimal(100.0 * part / whole);

    private static string OneDecimal(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
