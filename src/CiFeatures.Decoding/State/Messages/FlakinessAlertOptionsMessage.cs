using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>From which flakiness on, percent, a job alerts; 0 = never. Mail settings are kept as they stand.</summary>
internal sealed class FlakinessAlertOptionsMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<FlakinessAlertOptionsMessage> Shape { get; } = new(
        "DashboardTabFlakinessAlertOptions",
        new FloatField<FlakinessAlertOptionsMessage>(1, m => m.MinimumFlakinessToAlert, (m, v) => m.MinimumFlakinessToAlert = v));

    public float MinimumFlakinessToAlert { get; set; }
}
