using System.Text;

namespace CiFeatures.Decoding.Prow;

/// <summary>TestGrid's verdict on a build's pod: the infrastructure around the test, not the test itself.</summary>
/// <param name="IsGood">Whether nothing is wrong with the pod.</param>
/// <param name="Message">What is said about it; empty when nothing is.</param>
public sealed record PodSummary(bool IsGood, string Message)
{
    /// <summary>What is said where there is no <c>podinfo.json</c>.</summary>
    public const string MissingPodInfo = "podinfo.json not found in job artifacts (has not uploaded, or Prow's GCS reporter is not enabled).";

    /// <summary>What is said of a good pod without Prow's sidecar.</summary>
    public const string NotDecorated = "Decoration is not enabled; set `decorate: true` on Prowjob.";

    private const string Sidecar = "sidecar";
    private const int MessageBytes = 140;

    /// <summary>Judges a pod.</summary>
    /// <param name="info">What <c>podinfo.json</c> says; null when there is none.</param>
    public static PodSummary Of(PodInfo? info)
    {
        if (info is null)
        {
            return new PodSummary(false, MissingPodInfo);
        }

        if (info.Phase == "Succeeded")
        {
            return new PodSummary(true, "");
        }

        if (Failed(info, "PodScheduled") is { } scheduled)
        {
            return new PodSummary(false, $"pod did not schedule: {scheduled.Message}");
        }

        if (Failed(info, "Initialized") is { } initialized)
        {
            return new PodSummary(false, $"pod could not initialize: {initialized.Message}");
        }

        if (info.InitContainers.Select(Problem).FirstOrDefault(p => p is not null) is { } problem)
        {
            return new PodSummary(false, $"init container {problem}");
        }

        return OfContainers(info);
    }

    // The last condition of a type holds.
    private static PodCondition? Failed(PodInfo info, string type) => info.Conditions.LastOrDefault(c => c.Type == type) is { Status: not "True" } condition ? condition : null;

    // A test container that ended badly is a failing test, which other cells show.
    private static PodSummary OfContainers(PodInfo info)
    {
        foreach (PodContainer container in info.Containers)
        {
            if (Problem(container) is { } problem && (container.Name == Sidecar || container.ExitCode is null))
            {
                return new PodSummary(false, problem);
            }
        }

        return new PodSummary(true, info.Containers.Any(c => c.Name == Sidecar) ? "" : NotDecorated);
    }

    private static string? Problem(PodContainer container) => container switch
    {
        { IsWaiting: true } => $"{container.Name} still waiting: {container.Message}",
        { IsRunning: true } => $"{container.Name} still running",
        { ExitCode: { } code and not 0 } => FormattableString.Invariant($"{container.Name} exited {code}: {Shortened(container.Message)}"),
        _ => null,
    };

    private static string Shortened(string message)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(message);
        return bytes.Length < MessageBytes
            ? message
            : Encoding.UTF8.GetString(bytes.AsSpan(0, MessageBytes / 2)) + "..." + Encoding.UTF8.GetString(bytes.AsSpan(bytes.Length - (MessageBytes / 2)));
    }
}
