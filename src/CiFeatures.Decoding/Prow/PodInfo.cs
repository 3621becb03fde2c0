namespace CiFeatures.Decoding.Prow;

/// <summary>What <c>podinfo.json</c> says of a build's pod. Texts that the file does not have are empty.</summary>
public sealed record PodInfo
{
    /// <summary>The pod's phase, such as <c>Succeeded</c>.</summary>
    public string Phase { get; init; } = "";

    /// <summary>The pod's conditions in the file's order.</summary>
    public IReadOnlyList<PodCondition> Conditions { get; init; } = [];

    /// <summary>What became of the containers that prepare the pod.</summary>
    public IReadOnlyList<PodContainer> InitContainers { get; init; } = [];

    /// <summary>What became of the pod's other containers.</summary>
    public IReadOnlyList<PodContainer> Containers { get; init; } = [];
}

/// <summary>One condition of a pod.</summary>
/// <param name="Type">Its type, such as <c>PodScheduled</c>.</param>
/// <param name="Status"><c>True</c>, <c>False</c> or <c>Unknown</c>.</param>
/// <param name="Message">What is said about it.</param>
public sealed record PodCondition(string Type, string Status, string Message);

/// <summary>What became of one container of a pod.</summary>
public sealed record PodContainer
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it waits.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning { get; init; }

    /// <summary>What it ended with; null when it has not ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What is said about its waiting or its end.</summary>
    public string Message { get; init; } = "";
}
