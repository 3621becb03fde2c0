using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A moment: seconds since 1970 UTC and nanoseconds.</summary>
internal sealed class TimestampMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<TimestampMessage> Shape { get; } = new(
        "Timestamp",
        new Int64Field<TimestampMessage>(1, m => m.Seconds, (m, v) => m.Seconds = v),
        new Int32Field<TimestampMessage>(2, m => m.Nanos, (m, v) => m.Nanos = v));

    public long Seconds { get; set; }

    public int Nanos { get; set; }
}
