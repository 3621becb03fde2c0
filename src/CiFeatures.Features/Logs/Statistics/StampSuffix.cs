using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>What may follow a line's time of day: a fraction of a second and a zone.</summary>
internal static class StampSuffix
{
    /// <summary>Reads a fraction after a point or comma, as whole milliseconds.</summary>
    /// <param name="head">The line's first bytes.</param>
    /// <param name="at">Where the fraction would begin; moved behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Fraction(ReadOnlySpan<byte> head, ref int at)
    {
        if (at + 1 >= head.Length || head[at] is not ((byte)'.' or (byte)',') || !IsDigit(head[at + 1]))
        {
            return 0;
        }

        at++;
        int ms = 0;
        for (int scale = 100; at < head.Length && IsDigit(head[at]); at++, scale /= 10)
        {
            ms += scale * (head[at] - '0');
        }

        return ms;
    }

    /// <summary>Reads a zone such as <c>+02:00</c>, <c>-0700</c> or <c> +0200</c>.</summary>
    /// <param name="head">The line's first bytes.</param>
    /// <param name="at">Where the zone would begin.</param>
    /// <param name="lookahead">How many bytes from there tell; 1 where no zone can begin.</param>
    /// <returns>What the zone's clocks are ahead of UTC, in milliseconds; 0 for Z and without a zone.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Offset(ReadOnlySpan<byte> head, int at, out int lookahead)
    {
        lookahead = 1;
        if (at < head.Length && head[at] == (byte)' ')
        {
            at++;
            lookahead = 2;
        }

        if (at < head.Length && head[at] is (byte)'+' or (byte)'-')
        {
            // A sign, hh:mm, and a byte that may be one digit too many.
            lookahead += 6;
        }

        if (at + 5 > head.Length || head[at] is not ((byte)'+' or (byte)'-') || !IsDigit(head[at + 1]) || !IsDigit(head[at + 2]))
        {
            return 0;
        }

        int minutesAt = head[at + 3] == (byte)':' ? at + 4 : at + 3;
        if (minutesAt + 2 > head.Length || !IsDigit(head[minutesAt]) || !IsDigit(head[minutesAt + 1]) || (minutesAt + 2 < head.Length && IsDigit(head[minutesAt + 2])))
        {
            return 0;
        }

        int hours = ((head[at + 1] - '0') * 10) + head[at + 2] - '0';
        int minutes = ((head[minutesAt] - '0') * 10) + head[minutesAt + 1] - '0';
        long ms = hours <= 18 && minutes < 60 ? ((hours * 60) + minutes) * 60_000L : 0;
        return head[at] == (byte)'-' ? -ms : ms;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}
