using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>The flakiness of a job over an interval, percent.</summary>
internal sealed class HealthinessMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<HealthinessMessage> Shape { get; } = new(
        "HealthinessInfo",
        new MessageField<HealthinessMessage, TimestampMessage>(1, TimestampMessage.Shape, m => m.Start, (m, v) => m.Start = v),
        new MessageField<HealthinessMessage, TimestampMessage>(2, TimestampMessage.Shape, m => m.End, (m, v) => m.End = v),
        new MessagesField<HealthinessMessage, TestInfoMessage>(3, TestInfoMessage.Shape, m => m.Tests),
        new FloatField<HealthinessMessage>(4, m => m.AverageFlakiness, (m, v) => m.AverageFlakiness = v),
        new FloatsField<HealthinessMessage>(5, m => m.PreviousFlakiness));

    public TimestampMessage? Start { get; set; }

    public TimestampMessage? End { get; set; }

    public List<TestInfoMessage> Tests { get; } = [];

    public float AverageFlakiness { get; set; }

    public List<float> PreviousFlakiness { get; } = [];
}
