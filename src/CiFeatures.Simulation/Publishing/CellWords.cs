using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;
using CiFeatures.Simulation.Model;
using CiFeatures.Simulation.Truth;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation.Publishing;

/// <summary>The message and the short text of a cell. A cell keeps them from snapshot to snapshot.</summary>
internal sealed class CellWords(GridView view, ServiceEra era)
{
    private const int ForcedBrokenText = 7;

    public (string Message, string Short) Of(GridRow row, int column)
    {
        // The service of 2020 published neither.
        if (era == ServiceEra.Autumn2020)
        {
            return ("", "");
        }

        var status = (CellStatus)row.Cells[column];
        if (row.Test is not { } test)
        {
            return ("the cell grid exceeds the maximum size of 4000000 cells, removed 17 rows", "...");
        }

        int run = view.RunIndex[column];
        ulong key = StreamKey.Of(StreamKey.Of(test.Key, 2), run);
        return status switch
        {
            CellStatus.Pass when test.Repeats > 1 => Repeated(test.Repeats, test.Repeats, ""),
            CellStatus.Pass => (test.Talks ? MessageComposer.Talking(key) : "", ""),
            CellStatus.PassWithSkips => (MessageComposer.Skipped(test.Key), "S"),
            CellStatus.Running => ("Build still running...", "R"),
            CellStatus.Unknown => ("podinfo.json not found...", "!"),
            CellStatus.TimedOut => ("Build did not complete within 24 hours", "T"),
            CellStatus.Flaky => Repeated(1, 2, Failure(test, key, run)),
            CellStatus.Fail when test.Group == TestGroup.Build => BuildFailure(column),
            CellStatus.Fail when test.Repeats > 1 => Repeated(1, 12 + test.Repeats, Failure(test, key, run)),
            _ => (Failure(test, key, run), "F"),
        };
    }

    private (string Message, string Short) BuildFailure(int column) =>
        view.Columns[column].Incident == IncidentKind.NoResults ? ("Build failed outside of test results", "F") : ("", "");

    private string Failure(TestPlan test, ulong key, int run)
    {
        bool broken = view.Plan.Oddities.Forced
            ? StreamKey.Of(key, 3) % ForcedBrokenText == 0
            : !view.Plan.Oddities.Regular && StreamKey.Of(key, run) % 1_000_000 < RowMeasures.BrokenText * 1_000_000;
        return MessageComposer.Failure(test.Key, key, broken);
    }

    private static (string Message, string Short) Repeated(int passed, int total, string message)
    {
        string text = MessageComposer.Repeated(passed, total, message);
        return (text, text[..text.IndexOf(' ', StringComparison.Ordinal)]);
    }
}
