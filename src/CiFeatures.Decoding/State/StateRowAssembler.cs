using System.Globalization;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Decoding.State;

/// <summary>Makes rows out of row messages; the cells and lists are fitted by the code that fits those of table answers.</summary>
/// <param name="columns">How many columns the grid has.</param>
/// <param name="issues">Gets what is repaired.</param>
internal sealed class StateRowAssembler(int columns, IssueLog issues)
{
    /// <summary>The metric that holds durations.</summary>
    public const string DurationMetric = "test-duration-minutes";

    private StatusRun[] _runs = [];

    /// <summary>Makes a row and writes its cells.</summary>
    /// <param name="row">The message.</param>
    /// <param name="index">The row's place in the grid.</param>
    /// <param name="cells">Gets one status for each column.</param>
    public TestRow Assemble(RowMessage row, int index, Span<byte> cells)
    {
        RowDraft draft = new()
        {
            Index = index,
            Position = 0,
            Name = row.Name,
            Messages = row.Messages,
            ShortTexts = row.Icons,
            ShortTextsField = "icons",
            CellIds = row.CellIds.IsBlank ? null : row.CellIds,
            UserProperties = row.UserProperties.IsBlank ? default : Published<SparseTexts>.Of(row.UserProperties),
            Alert = row.AlertInfo is { } alert ? AlertConversion.FromMessage(alert) : null,
            LinkedBugs = row.Issues.Count == 0 ? [] : row.Issues,
        };
        if (!row.Unknown.IsEmpty || row.Properties.Count > 0)
        {
            draft.OtherFields = new(StringComparer.Ordinal);
            StateFields.Keep(draft.OtherFields, StateFields.Row, RestOf(row));
        }

        ReadOnlySpan<StatusRun> runs = Runs(row.Results.Items, ref draft.Faults);
        RowMetric[] metrics = Metrics(row);
        TestRow assembled = RowAssembler.Assemble(draft, row.Id, runs, cells, issues);
        return metrics.Length == 0 && row.MetricNames.Count == 0 ? assembled : WithMetrics(assembled, metrics, row.MetricNames);
    }

    private static byte[] RestOf(RowMessage row)
    {
        WireWriter writer = new();
        foreach (PropertyMessage property in row.Properties.Items)
        {
            PropertyMessage.Shape.WriteInner(13, property, writer);
        }

        writer.Unknown(row.Unknown);
        return writer.Written.ToArray();
    }

    // Flat pairs become runs of known statuses and positive counts; what TestGrid's own readers pass over is passed over here and noted.
    private ReadOnlySpan<StatusRun> Runs(ReadOnlySpan<int> pairs, ref StatusFaults faults)
    {
        if (_runs.Length < pairs.Length / 2)
        {
            _runs = new StatusRun[Math.Max(pairs.Length / 2, _runs.Length * 2)];
        }

        int kept = 0;
        for (int i = 0; i + 1 < pairs.Length; i += 2)
        {
            int value = pairs[i];
            int count = pairs[i + 1];
            if (count <= 0)
            {
                Note(ref faults.SkippedRuns, ref faults.FirstSkipped, i / 2, $"a count of {count.ToString(CultureInfo.InvariantCulture)}");
                continue;
            }

            if (!RunLength.IsKnown(value))
            {
                Note(ref faults.UnknownRuns, ref faults.FirstUnknown, i / 2, value.ToString(CultureInfo.InvariantCulture));
                value = (int)CellStatus.Unknown;
            }

            _runs[kept++] = new(value, count);
        }

        if (pairs.Length % 2 != 0)
        {
            Note(ref faults.SkippedRuns, ref faults.FirstSkipped, pairs.Length / 2, "a value without a count");
        }

        return _runs.AsSpan(0, kept);
    }

    private static void Note(ref int number, ref string first, int pair, string what)
    {
        if (number++ == 0)
        {
            first = $"pair {pair} of results: {what}";
        }
    }

    private RowMetric[] Metrics(RowMessage row)
    {
        RowMetric[] metrics = new RowMetric[row.Metrics.Count];
        for (int i = 0; i < metrics.Length; i++)
        {
            MetricMessage metric = row.Metrics.Items[i];
            metrics[i] = new(metric.Name, metric.Indices.ToArray(), metric.Values.ToArray());
            Check(metrics[i], row.Name, i);
        }

        return metrics;
    }

    private void Check(RowMetric metric, string test, int index)
    {
        long wanted = 0;
        bool fits = metric.Indices.Length % 2 == 0;
        for (int i = 0; i + 1 < metric.Indices.Length; i += 2)
        {
            int first = metric.Indices[i];
            int count = metric.Indices[i + 1];
            fits &= first >= 0 && count > 0 && (long)first + count <= columns;
            wanted += Math.Max(count, 0);
        }

        if (!fits || wanted != metric.Values.Length)
        {
            issues.Add(
                DecodingCodes.MetricCode, DecodeRepair.Ignored, test, $"metrics[{index}]",
                $"The metric \"{metric.Name}\" has {metric.Values.Length} values for {wanted} of {columns} columns, or speaks of columns that there are not; what fits is used.");
        }
    }

    private TestRow WithMetrics(TestRow row, RowMetric[] metrics, List<string> names)
    {
        TestRow with = row with { Metrics = metrics, MetricNames = names.Count == 0 ? [] : names };
        return with.FindMetric(DurationMetric) is { Values.Length: > 0 } durations ? with with { DurationMinutes = Durations(durations) } : with;
    }

    private float[]? Durations(RowMetric metric)
    {
        double[] values = new double[columns];
        if (SparseCode.Inflate(metric.Indices, metric.Values, values) == 0)
        {
            return null;
        }

        float[] minutes = new float[columns];
        for (int i = 0; i < columns; i++)
        {
            float value = (float)values[i];
            minutes[i] = float.IsFinite(value) ? value : float.NaN;
        }

        return minutes;
    }
}
