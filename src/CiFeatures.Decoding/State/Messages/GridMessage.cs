using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A grid: that of a test group, or the state of a tab, which has alerts and filtered rows besides.</summary>
internal sealed class GridMessage : WireMessage
{
    private const uint Column = (1 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint Row = (2 << WireKeys.TypeBits) | (int)WireType.Bytes;

    /// <summary>The message's fields other than columns and rows.</summary>
    public static MessageShape<GridMessage> Rest { get; } = new(
        "Grid",
        new MessageField<GridMessage, TestGroupMessage>(4, TestGroupMessage.Shape, m => m.Config, (m, v) => m.Config = v),
        new DoubleField<GridMessage>(6, m => m.LastTimeUpdated, (m, v) => m.LastTimeUpdated = v),
        new MessagesField<GridMessage, UpdateInfoMessage>(8, UpdateInfoMessage.Shape, m => m.UpdateInfo),
        new MessagesField<GridMessage, TestMetadataMessage>(9, TestMetadataMessage.Shape, m => m.TestMetadata),
        new MessagesField<GridMessage, ClusterMessage>(10, ClusterMessage.Shape, m => m.Clusters),
        new DoubleField<GridMessage>(11, m => m.MostRecentClusterTimestamp, (m, v) => m.MostRecentClusterTimestamp = v));

    public List<ColumnMessage> Columns { get; } = [];

    public List<RowMessage> Rows { get; } = [];

    public TestGroupMessage? Config { get; set; }

    /// <summary>Seconds since 1970 UTC.</summary>
    public double LastTimeUpdated { get; set; }

    public List<UpdateInfoMessage> UpdateInfo { get; } = [];

    public List<TestMetadataMessage> TestMetadata { get; } = [];

    public List<ClusterMessage> Clusters { get; } = [];

    public double MostRecentClusterTimestamp { get; set; }

    public static GridMessage Read(ReadOnlySpan<byte> bytes, WireContext context)
    {
        GridMessage grid = new();
        WireReader reader = new(bytes, Rest.Name, context);
        while (reader.TryKey(out uint key))
        {
            switch (key)
            {
                case Row:
                    Check(grid.Rows.Count + 1L, context.Limits.MaxTests, "or more rows", nameof(DecodeLimits.MaxTests), reader.Place, context);
                    WireReader row = reader.Inner("Row");
                    grid.Rows.Add(RowMessage.Read(ref row));
                    break;
                case Column:
                    Check(grid.Columns.Count + 1L, context.Limits.MaxRuns, "or more columns", nameof(DecodeLimits.MaxRuns), reader.Place, context);
                    ColumnMessage column = new();
                    WireReader fields = reader.Inner(ColumnMessage.Shape.Name);
                    ColumnMessage.Shape.Read(column, ref fields);
                    grid.Columns.Add(column);
                    break;
                default:
                    Rest.ReadField(grid, ref reader, key);
                    break;
            }
        }

        return grid;
    }

    public void Write(WireWriter writer)
    {
        foreach (ColumnMessage column in Columns)
        {
            ColumnMessage.Shape.WriteInner(1, column, writer);
        }

        foreach (RowMessage row in Rows)
        {
            row.Write(2, writer);
        }

        Rest.Write(this, writer);
    }

    private static void Check(long count, int limit, string what, string limitName, WirePlace place, WireContext context)
    {
        if (count > limit)
        {
            DecodingErrors.TooLarge(what, count, limit, limitName, $"{context.Issues.Place}, {place}");
        }
    }
}
