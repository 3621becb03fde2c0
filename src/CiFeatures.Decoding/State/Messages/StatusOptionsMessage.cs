using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>What the overall status of a job puts up with.</summary>
internal sealed class StatusOptionsMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<StatusOptionsMessage> Shape { get; } = new(
        "DashboardTabStatusCustomizationOptions",
        new FloatField<StatusOptionsMessage>(1, m => m.MaxAcceptableFlakiness, (m, v) => m.MaxAcceptableFlakiness = v),
        new Int32sField<StatusOptionsMessage>(2, m => m.IgnoredTestStatuses),
        new Int32Field<StatusOptionsMessage>(3, m => m.MinAcceptableRuns, (m, v) => m.MinAcceptableRuns = v));

    public float MaxAcceptableFlakiness { get; set; }

    public List<int> IgnoredTestStatuses { get; } = [];

    public int MinAcceptableRuns { get; set; }
}
