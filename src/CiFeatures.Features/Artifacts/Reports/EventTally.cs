using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Builds;
using CiFeatures.Features.Artifacts.Events;

namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>Counts the events of builds.</summary>
internal sealed class EventTally(EventReportOptions options)
{
    private readonly ValueTally _messages = new();
    private readonly ValueTally _reasons = new();
    private readonly ValueTally _components = new();
    private readonly ValueTally _types = new();
    private readonly List<BuildMessages> _builds = [];
    private readonly SortedDictionary<long, (long Events, long Warnings)> _periods = [];
    private long _undated;
    private long _all;
    private long _known;
    private long _available;

    /// <summary>Adds a build.</summary>
    /// <param name="build">The build.</param>
    /// <param name="events">The events of all its lists; null when none could be read.</param>
    public void Add(BuildContext build, IReadOnlyList<KubernetesEvent>? events)
    {
        _all++;
        _known += build.HasEvents is null ? 0 : 1;
        _available += build.HasEvents == true ? 1 : 0;
        if (events is null)
        {
            return;
        }

        var own = new ValueTally();
        foreach (KubernetesEvent item in events)
        {
            string message = options.Normalised ? MessageMasks.Apply(item.Message) : item.Message;
            own.Add(message);
            _messages.Add(message);
            _reasons.Add(item.Reason);
            _components.Add(item.Component);
            _types.Add(item.Type);
            AddTime(item);
        }

        BuildKey key = build.Record.Key;
        _builds.Add(new BuildMessages(key.Job, key.Build, events.Count(EventSummary.IsWarning), own.Statistics()));
    }

    public EventReport Report() => new()
    {
        Builds = _all,
        KnownBuilds = _known,
        BuildsWithEvents = _available,
        IsNormalised = options.Normalised,
        Overall = _messages.Statistics(),
        PerBuild = _builds,
        Messages = _messages.Counts(),
        Reasons = _reasons.Counts(),
        Components = _components.Counts(),
        Types = _types.Counts(),
        Periods = [.. _periods.Select(p => new EventPeriod(new DateTimeOffset(p.Key * options.Period.Ticks, TimeSpan.Zero), p.Value.Events, p.Value.Warnings))],
        Undated = _undated,
    };

    private void AddTime(KubernetesEvent item)
    {
        if ((item.First ?? item.Last) is not { } time)
        {
            _undated++;
            return;
        }

        long period = time.UtcTicks / options.Period.Ticks;
        (long events, long warnings) = _periods.GetValueOrDefault(period);
        _periods[period] = (events + 1, warnings + (EventSummary.IsWarning(item) ? 1 : 0));
    }
}
