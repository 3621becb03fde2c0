using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Replay;

/// <summary>How long answers take: always the same, or drawn evenly from a range by the seed.</summary>
/// <param name="Least">The shortest time.</param>
/// <param name="Most">The longest time.</param>
public sealed record ReplayLatency(TimeSpan Least, TimeSpan Most)
{
    /// <summary>No delay.</summary>
    public static ReplayLatency None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The same delay for all.</summary>
    /// <param name="delay">The delay.</param>
    public static ReplayLatency Of(TimeSpan delay) => new(delay, delay);

    /// <summary>Reads a latency.</summary>
    /// <param name="text">A time such as <c>50ms</c>, <c>1.5s</c> or <c>50</c> (milliseconds), or a range such as <c>20ms-80ms</c>.</param>
    /// <exception cref="CiFeaturesException">It is not such a text (CIF1261).</exception>
    public static ReplayLatency Parse(string text)
    {
        string[] ends = text.Split('-');
        if (ends.Length > 2)
        {
            throw ReplayErrors.BadSetting("latency", $"'{text}' is not a time or a range of times", "Write it like 50ms or 20ms-80ms.");
        }

        TimeSpan least = ReplayDuration.Parse("latency", ends[0], bareIsMilliseconds: true);
        TimeSpan most = ReplayDuration.Parse("latency", ends[^1], bareIsMilliseconds: true);
        return least <= most ? new ReplayLatency(least, most) : throw ReplayErrors.BadSetting("latency", $"'{text}' begins after its end", "Write the shorter time first.");
    }

    /// <summary>The delay of one request.</summary>
    /// <param name="draw">A number from 0 to below 1.</param>
    internal TimeSpan At(double draw) => Least + ((Most - Least) * draw);
}
