using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State;

/// <summary>Writes grid objects as TestGrid's updater and tabulator do: merged runs, lists over filled cells only, metrics in sparse code, zlib.</summary>
public static class StateGridWriter
{
    // Rows of test methods have this in their names; the updater gives them neither cell ids nor properties.
    private const string MethodMark = "@TESTGRID@";

    /// <summary>Writes a grid.</summary>
    /// <param name="grid">The grid; what only table answers have, such as link templates or the targets of rows, has no place in the object.</param>
    /// <returns>The object: a zlib stream. The same grid gives the same bytes.</returns>
    public static byte[] Write(JobGrid grid) => ZlibPayload.Compress(WritePlain(grid));

    /// <summary>Writes a grid without compressing it.</summary>
    internal static ReadOnlySpan<byte> WritePlain(JobGrid grid)
    {
        GridMessage message = ToMessage(grid);
        WireWriter writer = new();
        message.Write(writer);
        return writer.Written;
    }

    private static GridMessage ToMessage(JobGrid grid)
    {
        GridMessage message = GridMessage.Read(StateFields.Find(grid.Info.OtherFields, StateFields.Grid), StateFields.Context());
        SetConfig(message, grid);
        byte[][] rest = StateFields.FindList(grid.Info.OtherFields, StateFields.Columns);
        IReadOnlyList<string> ids = grid.Info.ColumnIds.ValueOr([]);
        for (int run = 0; run < grid.Runs.Count; run++)
        {
            ColumnMessage column = StateFields.Read(ColumnMessage.Shape, run < rest.Length ? rest[run] : []);
            column.Build = grid.Runs.Builds[run];
            column.Name = run < ids.Count ? ColumnAssembler.NameOf(ids[run]) : "";
            column.Started = grid.Runs.TimesMs[run];
            column.Hint = column.HintOrBuild;
            foreach (string[] header in grid.Runs.Headers)
            {
                column.Extra.Add(header[run]);
            }

            message.Columns.Add(column);
        }

        for (int test = 0; test < grid.Tests.Count; test++)
        {
            message.Rows.Add(ToMessage(grid, test));
        }

        return message;
    }

    // The names of headers, the group's name and the prefix are in the configuration that a grid carries.
    private static void SetConfig(GridMessage message, JobGrid grid)
    {
        string name = grid.Info.TestGroupName.ValueOr("");
        string prefix = grid.Info.Query.ValueOr("");
        int recent = grid.Info.StaleTestThreshold.ValueOr(0);
        if (message.Config is null && name.Length == 0 && prefix.Length == 0 && recent <= 0 && grid.Runs.HeaderNames.Count == 0)
        {
            return;
        }

        TestGroupMessage config = message.Config ??= new();
        config.Name = name;
        config.NumColumnsRecent = recent;
        TestGroupConversion.SetPrefix(config, prefix);
        TestGroupConversion.SetHeaders(config, grid.Runs.HeaderNames);
    }

    private static RowMessage ToMessage(JobGrid grid, int test)
    {
        TestRow row = grid.Tests[test];
        RowMessage message = FromRest(row);
        message.Name = row.Name;
        message.Id = row.Id;
        ReadOnlySpan<byte> cells = grid.Row(test);
        message.Results.AddRange(RunLength.Encode(cells));
        int filled = cells.Length - cells.Count((byte)CellStatus.NoResult);
        Fill(message.Messages, row.Messages, filled);
        Fill(message.Icons, row.ShortTexts, filled);
        if (!row.Name.Contains(MethodMark, StringComparison.Ordinal) || row.CellIds.Count > 0)
        {
            Fill(message.CellIds, row.CellIds, filled);
        }

        if (row.UserProperties.ValueOr([]) is { Count: > 0 } properties && properties.Any(p => p.Length > 0))
        {
            Fill(message.UserProperties, properties, filled);
        }

        message.Issues.AddRange(row.LinkedBugs);
        message.AlertInfo = row.Alert is { } alert ? AlertConversion.ToMessage(alert) : null;
        StateMetricWriter.Add(message, row);
        return message;
    }

    private static RowMessage FromRest(TestRow row)
    {
        byte[] rest = StateFields.Find(row.OtherFields, StateFields.Row);
        if (rest.Length == 0)
        {
            return new();
        }

        WireReader reader = new(rest, "Row", StateFields.Context());
        return RowMessage.Read(ref reader);
    }

    private static void Fill(SparseTexts to, IReadOnlyList<string> from, int filled)
    {
        int count = 0;
        foreach (string text in from)
        {
            if (count++ == filled)
            {
                break;
            }

            to.Add(text);
        }

        while (to.Count < filled)
        {
            to.AddEmpty();
        }
    }
}
