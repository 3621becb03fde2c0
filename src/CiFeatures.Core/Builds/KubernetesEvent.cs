namespace CiFeatures.Core.Builds;

/// <summary>One Kubernetes event. Texts that it does not have are empty.</summary>
public sealed record KubernetesEvent
{
    /// <summary>Its uid.</summary>
    public string Uid { get; init; } = "";

    /// <summary>Its message.</summary>
    public string Message { get; init; } = "";

    /// <summary>Why it was raised, one word, such as <c>Pulled</c>.</summary>
    public string Reason { get; init; } = "";

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Who raised it, such as <c>kubelet</c>.</summary>
    public string Component { get; init; } = "";

    /// <summary>The node of who raised it.</summary>
    public string Host { get; init; } = "";

    /// <summary>The namespace of what it is about.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The kind of what it is about, such as <c>Pod</c>.</summary>
    public string ObjectKind { get; init; } = "";

    /// <summary>The name of what it is about.</summary>
    public string ObjectName { get; init; } = "";

    /// <summary>How often it occurred; null when the list does not say.</summary>
    public long? Count { get; init; }

    /// <summary>When it first occurred, UTC.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When it last occurred, UTC.</summary>
    public DateTimeOffset? Last { get; init; }
}
