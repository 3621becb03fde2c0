using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>The flakiness of a test, percent.</summary>
internal sealed class TestInfoMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<TestInfoMessage> Shape { get; } = new(
        "TestInfo",
        new TextField<TestInfoMessage>(1, m => m.DisplayName, (m, v) => m.DisplayName = v),
        new Int32Field<TestInfoMessage>(2, m => m.TotalNonInfraRuns, (m, v) => m.TotalNonInfraRuns = v),
        new Int32Field<TestInfoMessage>(3, m => m.PassedNonInfraRuns, (m, v) => m.PassedNonInfraRuns = v),
        new Int32Field<TestInfoMessage>(4, m => m.FailedNonInfraRuns, (m, v) => m.FailedNonInfraRuns = v),
        new Int32Field<TestInfoMessage>(5, m => m.FailedInfraRuns, (m, v) => m.FailedInfraRuns = v),
        new Int32Field<TestInfoMessage>(6, m => m.TotalRunsWithInfra, (m, v) => m.TotalRunsWithInfra = v),
        new Int32Field<TestInfoMessage>(7, m => m.OtherRuns, (m, v) => m.OtherRuns = v),
        new FloatField<TestInfoMessage>(8, m => m.Flakiness, (m, v) => m.Flakiness = v),
        new Int32Field<TestInfoMessage>(9, m => m.ChangeFromLastInterval, (m, v) => m.ChangeFromLastInterval = v),
        new FloatsField<TestInfoMessage>(10, m => m.PreviousFlakiness),
        WireMaps.Int32s<TestInfoMessage>(11, m => m.InfraFailures));

    public string DisplayName { get; set; } = "";

    public int TotalNonInfraRuns { get; set; }

    public int PassedNonInfraRuns { get; set; }

    public int FailedNonInfraRuns { get; set; }

    public int FailedInfraRuns { get; set; }

    public int TotalRunsWithInfra { get; set; }

    public int OtherRuns { get; set; }

    public float Flakiness { get; set; }

    public int ChangeFromLastInterval { get; set; }

    public List<float> PreviousFlakiness { get; } = [];

    public SortedDictionary<string, int> InfraFailures { get; } = new(StringComparer.Ordinal);
}
