using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Prow;

/// <summary>Reads Kubernetes event lists such as <c>artifacts/build-resources/events.json</c>: an object with <c>items</c>, or a bare list, of events of core/v1 or events.k8s.io.</summary>
/// <remarks>
/// Streams: needs memory for the events and one buffer, not for the file. A list that is damaged, cut off or beyond a limit gives an issue and no events, since counts over a part
/// would look like counts over the whole.
/// <c>count</c> is that of the series where there is one; the last time is the series' last, else <c>lastTimestamp</c>, else <c>eventTime</c>.
/// </remarks>
public static class EventListReader
{
    // A text of the longest length, with every character escaped.
    private const int EscapeBytes = 6;

    /// <summary>Reads all events in the file's order.</summary>
    /// <param name="json">The file's bytes, plain. Not disposed.</param>
    /// <param name="issues">Gets what was repaired or left out, with places and without dashboard and job.</param>
    /// <param name="limits">What the file may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The events; none when the file cannot be used (CIF1184, CIF1187, CIF1188) or its list is empty or null.</returns>
    public static IReadOnlyList<KubernetesEvent> Read(Stream json, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= DecodeLimits.Default;
        IssueLog log = new(issues, new JobKey("", ""), limits.MaxIssues);
        JsonChunks chunks = new(json, limits.MaxEventListBytes, (int)Math.Min((limits.MaxTextBytes * (long)EscapeBytes) + 1024, Array.MaxLength));
        EventWalk walk = new(log, limits);
        (string Code, string Problem)? fault = Run(chunks, walk, limits);
        if (fault is { } found)
        {
            log.Add(found.Code, DecodeRepair.Ignored, "", $"byte {chunks.Position}", $"{found.Problem} {walk.Events.Count} events were read and dropped.");
        }

        log.Complete();
        return fault is null ? walk.Events : [];
    }

    private static (string Code, string Problem)? Run(JsonChunks chunks, EventWalk walk, DecodeLimits limits)
    {
        try
        {
            chunks.Run(limits.MaxDepth, walk.Take);
        }
        catch (JsonException e)
        {
            return (DecodingCodes.DamagedEventList, $"It is not whole and valid JSON: {FirstSentence(e.Message)}");
        }

        walk.Complete();
        return (chunks.TooLarge, walk) switch
        {
            ({ } tooLarge, _) => (DecodingCodes.BuildFileTooLarge, tooLarge),
            (_, { IsTooMany: true }) => (DecodingCodes.BuildFileTooLarge, $"There are more events than the limit DecodeLimits.{nameof(DecodeLimits.MaxEvents)}, {limits.MaxEvents}."),
            (_, { NoList: { } noList }) => (DecodingCodes.NotAnEventList, noList),
            _ => null,
        };
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
