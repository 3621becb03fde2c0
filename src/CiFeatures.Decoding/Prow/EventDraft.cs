using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Prow;

/// <summary>An event while it is read. The forms core/v1 and events.k8s.io name the same things differently; what a form does not have stays empty.</summary>
internal sealed class EventDraft
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    // In order of preference; paths as they are in the file.
    private static readonly string[] UidPaths = ["metadata.uid"];
    private static readonly string[] MessagePaths = ["message", "note"];
    private static readonly string[] ReasonPaths = ["reason"];
    private static readonly string[] TypePaths = ["type"];
    private static readonly string[] ComponentPaths = ["source.component", "deprecatedSource.component", "reportingComponent", "reportingController"];
    private static readonly string[] HostPaths = ["source.host", "deprecatedSource.host"];
    private static readonly string[] NamespacePaths = ["involvedObject.namespace", "regarding.namespace", "metadata.namespace", "namespace"];
    private static readonly string[] KindPaths = ["involvedObject.kind", "regarding.kind"];
    private static readonly string[] NamePaths = ["involvedObject.name", "regarding.name"];
    private static readonly string[] CountPaths = ["series.count", "count", "deprecatedCount"];
    private static readonly string[] FirstPaths = ["firstTimestamp", "deprecatedFirstTimestamp", "eventTime"];
    private static readonly string[] LastPaths = ["series.lastObservedTime", "lastTimestamp", "deprecatedLastTimestamp", "eventTime"];

    private static readonly HashSet<string> Known = new(
        [.. UidPaths, .. MessagePaths, .. ReasonPaths, .. TypePaths, .. ComponentPaths, .. HostPaths, .. NamespacePaths, .. KindPaths, .. NamePaths, .. CountPaths, .. FirstPaths, .. LastPaths],
        StringComparer.Ordinal);

    /// <summary>Whether the value at a path is one of those that are read.</summary>
    /// <param name="path">The names from the event's object on, joined with dots.</param>
    public static bool Knows(string path) => Known.Contains(path);

    /// <summary>Puts in a text or the digits of a number. Of a field that occurs twice, the last one holds.</summary>
    /// <param name="path">A path that is known.</param>
    /// <param name="text">The text.</param>
    public void Put(string path, string text) => _texts[path] = text;

    /// <summary>The event as it is when its object has ended.</summary>
    /// <param name="unusable">Gets the path and the text of what is no time or no count.</param>
    public KubernetesEvent Build(Action<string, string> unusable)
    {
        return new KubernetesEvent
        {
            Uid = First(UidPaths),
            Message = First(MessagePaths),
            Reason = First(ReasonPaths),
            Type = First(TypePaths),
            Component = First(ComponentPaths),
            Host = First(HostPaths),
            Namespace = First(NamespacePaths),
            ObjectKind = First(KindPaths),
            ObjectName = First(NamePaths),
            Count = Count(),
            First = Time(FirstPaths),
            Last = Time(LastPaths),
        };

        DateTimeOffset? Time(string[] paths)
        {
            foreach (string path in paths)
            {
                if (!_texts.TryGetValue(path, out string? text) || text.Length == 0)
                {
                    continue;
                }

                if (!BuildTime.TryParse(text, out DateTimeOffset? time))
                {
                    unusable(path, text);
                }
                else if (time is not null)
                {
                    return time;
                }
            }

            return null;
        }

        long? Count()
        {
            foreach (string path in CountPaths)
            {
                if (!_texts.TryGetValue(path, out string? text))
                {
                    continue;
                }

                if (long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out long count) && count >= 0)
                {
                    // Zero is how the form without a count is written out in full.
                    if (count > 0)
                    {
                        return count;
                    }
                }
                else
                {
                    unusable(path, text);
                }
            }

            return null;
        }
    }

    private string First(string[] paths)
    {
        foreach (string path in paths)
        {
            if (_texts.TryGetValue(path, out string? text) && text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }
}
