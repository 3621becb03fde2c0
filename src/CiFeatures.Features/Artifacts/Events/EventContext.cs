using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Builds;

namespace CiFeatures.Features.Artifacts.Events;

/// <summary>The context of a row of <c>events</c>.</summary>
internal readonly record struct EventContext(BuildContext Build, string File, int Index, KubernetesEvent Event, string Normalised)
{
    /// <summary>Gets the seconds from the build's start to the event's first occurrence; to the last one where only that is known.</summary>
    public double? SecondsSinceStart => ((Event.First ?? Event.Last) - Build.Record.Started?.Time)?.TotalSeconds;
}
