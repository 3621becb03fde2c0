using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Writes the metrics of a row, durations among them.</summary>
internal static class StateMetricWriter
{
    /// <summary>Adds the metrics. Durations that the metric of that name does not hold, be it that a table answer gave them, replace it.</summary>
    /// <param name="message">Gets the metrics.</param>
    /// <param name="row">Has them.</param>
    public static void Add(RowMessage message, TestRow row)
    {
        message.MetricNames.AddRange(row.MetricNames);
        bool written = row.DurationMinutes is null;
        for (int i = 0; i < row.Metrics.Count; i++)
        {
            RowMetric metric = row.Metrics[i];
            if (!written && row.MetricName(i) == StateRowAssembler.DurationMetric)
            {
                written = true;
                metric = Holds(metric, row.DurationMinutes!) ? metric : Durations(row.DurationMinutes!, metric.Name);
            }

            Add(message, metric);
        }

        if (!written && Durations(row.DurationMinutes!, StateRowAssembler.DurationMetric) is { Values.Length: > 0 } durations)
        {
            Add(message, durations);
        }
    }

    private static void Add(RowMessage message, RowMetric metric)
    {
        MetricMessage added = new() { Name = metric.Name };
        added.Indices.AddRange(metric.Indices);
        added.Values.AddRange(metric.Values);
        message.Metrics.Add(added);
    }

    private static bool Holds(RowMetric metric, float[] minutes)
    {
        double[] columns = new double[minutes.Length];
        SparseCode.Inflate(metric.Indices, metric.Values, columns);
        for (int i = 0; i < columns.Length; i++)
        {
            float value = (float)columns[i];
            if (!(float.IsFinite(value) ? value : float.NaN).Equals(minutes[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static RowMetric Durations(float[] minutes, string name)
    {
        List<int> indices = [];
        List<double> values = [];
        for (int i = 0; i < minutes.Length; i++)
        {
            if (!float.IsNaN(minutes[i]))
            {
                SparseCode.Append(indices, values, i, minutes[i]);
            }
        }

        return new(name, [.. indices], [.. values]);
    }
}
