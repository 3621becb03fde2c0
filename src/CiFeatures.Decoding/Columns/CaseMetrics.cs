using System.Globalization;
using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Columns;

/// <summary>The metrics of a case: its duration and its properties that are numbers.</summary>
internal static class CaseMetrics
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The metrics. A property is the mean of those of its values that are finite numbers, and none when there are none.</summary>
    /// <param name="test">The case.</param>
    /// <returns>Metrics by name. A property named like the duration takes its place.</returns>
    public static IReadOnlyCollection<KeyValuePair<string, double>> Of(JUnitCase test)
    {
        bool timed = test.Seconds is > 0 and < double.PositiveInfinity;
        if (test.Properties.Count == 0)
        {
            return timed ? [KeyValuePair.Create(ColumnCell.DurationMetric, test.Seconds!.Value / 60)] : [];
        }

        Dictionary<string, double> metrics = new(StringComparer.Ordinal);
        if (timed)
        {
            metrics[ColumnCell.DurationMetric] = test.Seconds!.Value / 60;
        }

        foreach (IGrouping<string, double> values in test.Properties.Select(Value).Where(p => double.IsFinite(p.Value)).GroupBy(p => p.Key, p => p.Value, StringComparer.Ordinal))
        {
            metrics[values.Key] = values.Average();
        }

        return metrics;
    }

    private static KeyValuePair<string, double> Value(KeyValuePair<string, string> property) =>
        new(property.Key, double.TryParse(property.Value, Number, CultureInfo.InvariantCulture, out double value) ? value : double.NaN);
}
