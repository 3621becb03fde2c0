using CiFeatures.Core.Builds;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Columns;

/// <summary>Makes cells of JUnit cases.</summary>
/// <param name="options">The settings.</param>
internal sealed class CaseCells(ColumnOptions options)
{
    private readonly StatusRules _rules = new(options.Rules);

    /// <summary>Whether a status counts as no result at all.</summary>
    /// <param name="status">The status.</param>
    public bool IsIgnored(CellStatus status) => status == CellStatus.NoResult || (options.IgnoreSkipped && status == CellStatus.PassWithSkips);

    /// <summary>Makes the cell of a case.</summary>
    /// <param name="test">The case.</param>
    /// <param name="cellId">The id that its cell gets; empty = none.</param>
    /// <returns>Null when the case has no cell: it was skipped without a reason, or its status is ignored.</returns>
    public ColumnCell? Of(JUnitCase test, string cellId)
    {
        if (test.HasBareSkip)
        {
            return null;
        }

        (CellStatus status, string icon) = test.Status switch
        {
            JUnitStatus.Error or JUnitStatus.Failed => (CellStatus.Fail, test.Message.Length > 0 ? "F" : ""),
            JUnitStatus.Skipped => (CellStatus.PassWithSkips, "S"),
            _ => (CellStatus.Pass, ""),
        };
        status = options.Rules.Count == 0 ? status : _rules.Apply(test) ?? status;
        if (IsIgnored(status))
        {
            return null;
        }

        IReadOnlyCollection<KeyValuePair<string, double>> metrics = CaseMetrics.Of(test);
        icon = Icon(test, metrics) ?? icon;
        string property = UserProperty(test);
        bool plain = test.Message.Length + icon.Length + property.Length + cellId.Length == 0;
        return ColumnCell.Of(
            status, metrics,
            plain ? CellDetail.None : new() { CellId = cellId, Message = ResultMessage.OfCase(test.Message), Icon = icon, UserProperty = property });
    }

    // A metric that is to be shown goes before an annotation, and that before what the status says.
    private string? Icon(JUnitCase test, IReadOnlyCollection<KeyValuePair<string, double>> metrics)
    {
        foreach (KeyValuePair<string, double> metric in metrics)
        {
            if (metric.Key == options.ShortTextMetric)
            {
                return ShortNumber.Format(metric.Value);
            }
        }

        return options.Annotations.FirstOrDefault(a => test.Properties.Any(p => p.Key == a.Property))?.ShortText;
    }

    private string UserProperty(JUnitCase test) =>
        options.UserProperty.Length == 0 ? "" : test.Properties.FirstOrDefault(p => p.Key == options.UserProperty).Value ?? "";
}
