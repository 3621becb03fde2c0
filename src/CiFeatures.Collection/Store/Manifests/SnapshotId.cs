using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CiFeatures.Collection.Store.Manifests;

/// <summary>A snapshot's id: the second it was made in, UTC, and a number where several were made in the same second.</summary>
/// <param name="Created">When, UTC, whole seconds.</param>
/// <param name="Number">1 for the first in its second, which is not written; 2, 3, … after it.</param>
internal readonly record struct SnapshotId(DateTimeOffset Created, int Number)
{
    private const string Format = "yyyy-MM-dd'T'HHmmss'Z'";
    private const int TimeLength = 18;

    public static SnapshotId First(DateTimeOffset at) => new(new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero), 1);

    public static bool TryParse([NotNullWhen(true)] string? text, out SnapshotId id)
    {
        id = default;
        if (text is null || text.Length < TimeLength
            || !DateTimeOffset.TryParseExact(text.AsSpan(0, TimeLength), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset created))
        {
            return false;
        }

        int number = 1;
        if (text.Length > TimeLength && (!int.TryParse(text.AsSpan(TimeLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 2))
        {
            return false;
        }

        id = new SnapshotId(created, number);

        // One id has one spelling: no leading zeros, no other separator.
        return string.Equals(id.ToString(), text, StringComparison.Ordinal);
    }

    public SnapshotId Next() => this with { Number = Number + 1 };

    public static int Compare(SnapshotId a, SnapshotId b) => a.Created == b.Created ? a.Number.CompareTo(b.Number) : a.Created.CompareTo(b.Created);

    public override string ToString()
    {
        string time = Created.ToString(Format, CultureInfo.InvariantCulture);
        return Number <= 1 ? time : string.Create(CultureInfo.InvariantCulture, $"{time}-{Number}");
    }
}
