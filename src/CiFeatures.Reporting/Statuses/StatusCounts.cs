using System.Globalization;
using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Statuses;

/// <summary>How many cells there are of each status class.</summary>
internal sealed class StatusCounts
{
    private readonly long[] _counts = new long[StatusPalette.Count];

    public long this[StatusClass status] => _counts[(int)status];

    public long Total => _counts.Sum();

    public long Filled => Total - this[StatusClass.Empty];

    public static StatusCounts Of(ReadOnlySpan<byte> statuses)
    {
        Span<long> byCode = stackalloc long[256];
        byCode.Clear();
        foreach (byte status in statuses)
        {
            byCode[status]++;
        }

        var counts = new StatusCounts();
        for (int code = 0; code < byCode.Length; code++)
        {
            counts._counts[(int)CellStatuses.Class((CellStatus)code)] += byCode[code];
        }

        return counts;
    }

    public void Add(StatusCounts other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    /// <summary>The classes that occur, with their counts: "142 pass, 3 fail".</summary>
    public string InWords() =>
        string.Join(", ", StatusPalette.Order.Where(s => this[s] > 0).Select(s => string.Create(CultureInfo.InvariantCulture, $"{this[s]:N0} {StatusPalette.Name(s)}")));
}
