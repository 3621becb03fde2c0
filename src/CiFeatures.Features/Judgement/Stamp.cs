namespace CiFeatures.Features.Judgement;

/// <summary>A moment as whole seconds since 1970 UTC and nanoseconds, the form in which TestGrid keeps alert times.</summary>
/// <param name="Seconds">Whole seconds since 1970 UTC, rounded down.</param>
/// <param name="Nanos">Nanoseconds beyond the second, 0 to 999,999,999.</param>
public readonly record struct Stamp(long Seconds, int Nanos)
{
    // Beyond this no date exists (year 9999); hostile numbers end here instead of overflowing.
    private const double LastMs = 253402300799999.0;
    private const double FirstMs = -62135596800000.0;

    /// <summary>Milliseconds since 1970 UTC, rounded to the nearest: the nanoseconds are cut from a floating-point number and may lie just below a whole millisecond.</summary>
    public long TotalMilliseconds => checked((Seconds * 1000) + ((Nanos + 500_000) / 1_000_000));

    /// <summary>Splits milliseconds into seconds and nanoseconds.</summary>
    /// <param name="milliseconds">Milliseconds since 1970 UTC; 0 and what is not a number mean not known, what lies outside the calendar is moved to its end.</param>
    /// <returns>The moment, or null when it is not known.</returns>
    public static Stamp? FromMilliseconds(double milliseconds)
    {
        if (milliseconds == 0 || double.IsNaN(milliseconds))
        {
            return null;
        }

        double seconds = Math.Clamp(milliseconds, FirstMs, LastMs) / 1000;
        double whole = Math.Floor(seconds);
        int nanos = Math.Clamp((int)((seconds - whole) * 1e9), 0, 999_999_999);
        return new Stamp((long)whole, nanos);
    }

    /// <summary>The moment as a date, exact to 100 nanoseconds.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeSeconds(Seconds).AddTicks(Nanos / 100);
}
