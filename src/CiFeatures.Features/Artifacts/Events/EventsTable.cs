using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts.Events;

/// <summary>The table <c>events</c>: one row for every Kubernetes event of every build.</summary>
internal static class EventsTable
{
    private const string NotSaid = "when the event does not say";

    public static FeatureTableDefinition<EventContext> Define(bool withSnapshot)
    {
        FeatureColumns<EventContext> columns = BuildKeyColumns.Begin<EventContext>(withSnapshot, c => c.Build)
            .Text("file", "The event list's path below the build's folder", c => c.File)
            .Count("event_index", "index", "The event's place in the file, from 0", c => c.Index)
            .Text("uid", "The event's uid", c => Present(c.Event.Uid), NotSaid)
            .Text("message", "The message; an event without one has an empty text", c => c.Event.Message)
            .Text("message_normalised", "The message with its variants masked: digests, uids, times, durations, addresses, numbers, hexadecimal ids and the random ends of pods' names", c => c.Normalised)
            .Text("reason", "Why it was raised, one word, such as Pulled", c => Present(c.Event.Reason), NotSaid)
            .Text("type", "Normal or Warning", c => Present(c.Event.Type), NotSaid)
            .Text("component", "Who raised it, such as kubelet", c => Present(c.Event.Component), NotSaid)
            .Text("host", "The node of who raised it", c => Present(c.Event.Host), NotSaid)
            .Text("namespace", "The namespace of what it is about", c => Present(c.Event.Namespace), NotSaid)
            .Text("object_kind", "The kind of what it is about, such as Pod", c => Present(c.Event.ObjectKind), NotSaid)
            .Text("object_name", "The name of what it is about", c => Present(c.Event.ObjectName), NotSaid)
            .LongCount("count", "occurrences", "How often it occurred", c => c.Event.Count, NotSaid)
            .Time("first", "When it first occurred", c => c.Event.First?.ToUnixTimeMilliseconds(), NotSaid)
            .Time("last", "When it last occurred", c => c.Event.Last?.ToUnixTimeMilliseconds(), NotSaid)
            .Number("seconds_since_start", "s", "From the build's start to the event's first occurrence, or to its last where only that is known; negative before the start", c => c.SecondsSinceStart, "when the event has no time or the build no start", "", "first − builds.started");
        return new FeatureTableDefinition<EventContext>("events", "job, build, file, event", columns);
    }

    private static string? Present(string text) => text.Length > 0 ? text : null;
}
