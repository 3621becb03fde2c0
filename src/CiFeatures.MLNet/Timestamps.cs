namespace CiFeatures.MLNet;

/// <summary>Milliseconds since 1970 UTC and back.</summary>
internal static class Timestamps
{
    public static DateTime ToUtc(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    /// <summary>A time without a kind is taken as UTC; parts of a millisecond are cut off.</summary>
    public static long FromTime(DateTime time) =>
        new DateTimeOffset(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
}
