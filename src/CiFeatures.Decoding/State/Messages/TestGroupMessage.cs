using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>What a job runs and how its results are read. Test-name, annotation and evaluator settings are kept as they stand.</summary>
internal sealed class TestGroupMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<TestGroupMessage> Shape { get; } = new(
        "TestGroup",
        new TextField<TestGroupMessage>(1, m => m.Name, (m, v) => m.Name = v),
        new TextField<TestGroupMessage>(2, m => m.GcsPrefix, (m, v) => m.GcsPrefix = v),
        new Int32Field<TestGroupMessage>(3, m => m.DaysOfResults, (m, v) => m.DaysOfResults = v),
        new TextsField<TestGroupMessage>(8, m => m.IgnoreTestSubstring),
        new MessagesField<TestGroupMessage, ColumnHeaderMessage>(9, ColumnHeaderMessage.Shape, m => m.ColumnHeader),
        new Int32Field<TestGroupMessage>(10, m => m.FallbackGrouping, (m, v) => m.FallbackGrouping = v),
        new Int32Field<TestGroupMessage>(12, m => m.NumFailuresToAlert, (m, v) => m.NumFailuresToAlert = v),
        new Int32Field<TestGroupMessage>(15, m => m.NumColumnsRecent, (m, v) => m.NumColumnsRecent = v),
        new BoolField<TestGroupMessage>(23, m => m.EnableFlakyStatus, (m, v) => m.EnableFlakyStatus = v),
        new BoolField<TestGroupMessage>(24, m => m.UseKubernetesClient, (m, v) => m.UseKubernetesClient = v),
        new Int32Field<TestGroupMessage>(29, m => m.PrimaryGrouping, (m, v) => m.PrimaryGrouping = v),
        new BoolField<TestGroupMessage>(30, m => m.EnableTestMethods, (m, v) => m.EnableTestMethods = v),
        new Int32Field<TestGroupMessage>(37, m => m.MaxTestRuntimeHours, (m, v) => m.MaxTestRuntimeHours = v),
        new Int32Field<TestGroupMessage>(38, m => m.NumPassesToDisableAlert, (m, v) => m.NumPassesToDisableAlert = v),
        new TextField<TestGroupMessage>(43, m => m.ShortTextMetric, (m, v) => m.ShortTextMetric = v),
        new TextField<TestGroupMessage>(44, m => m.BuildOverrideConfigurationValue, (m, v) => m.BuildOverrideConfigurationValue = v),
        new MessageField<TestGroupMessage, ResultSourceMessage>(50, ResultSourceMessage.Shape, m => m.ResultSource, (m, v) => m.ResultSource = v),
        new BoolField<TestGroupMessage>(53, m => m.IgnoreOldResults, (m, v) => m.IgnoreOldResults = v),
        new BoolField<TestGroupMessage>(54, m => m.IgnoreSkip, (m, v) => m.IgnoreSkip = v),
        new TextField<TestGroupMessage>(55, m => m.BuildOverrideStrftime, (m, v) => m.BuildOverrideStrftime = v),
        new TextField<TestGroupMessage>(56, m => m.UserProperty, (m, v) => m.UserProperty = v),
        new BoolField<TestGroupMessage>(60, m => m.DisableMergedStatus, (m, v) => m.DisableMergedStatus = v),
        new BoolField<TestGroupMessage>(62, m => m.DisableProwjobAnalysis, (m, v) => m.DisableProwjobAnalysis = v));

    public string Name { get; set; } = "";

    public string GcsPrefix { get; set; } = "";

    public int DaysOfResults { get; set; }

    public List<string> IgnoreTestSubstring { get; } = [];

    public List<ColumnHeaderMessage> ColumnHeader { get; } = [];

    public int FallbackGrouping { get; set; }

    public int NumFailuresToAlert { get; set; }

    public int NumColumnsRecent { get; set; }

    public bool EnableFlakyStatus { get; set; }

    public bool UseKubernetesClient { get; set; }

    public int PrimaryGrouping { get; set; }

    public bool EnableTestMethods { get; set; }

    public int MaxTestRuntimeHours { get; set; }

    public int NumPassesToDisableAlert { get; set; }

    public string ShortTextMetric { get; set; } = "";

    public string BuildOverrideConfigurationValue { get; set; } = "";

    public ResultSourceMessage? ResultSource { get; set; }

    public bool IgnoreOldResults { get; set; }

    public bool IgnoreSkip { get; set; }

    public string BuildOverrideStrftime { get; set; } = "";

    public string UserProperty { get; set; } = "";

    public bool DisableMergedStatus { get; set; }

    public bool DisableProwjobAnalysis { get; set; }
}
