using CiFeatures.Core.Builds;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts.Builds;

/// <content>The columns that sum up a build's events and JUnit files.</content>
internal static partial class BuildsTable
{
    private const string NoEvents = "when no event list could be read";
    private const string NoMessage = "when no event list could be read or it has no events";
    private const string NoJUnit = "when no JUnit file could be read";
    private const string Notebook = "the second AI4CI notebook";

    private static void Events(FeatureColumns<BuildContext> columns) => columns
        .Count("events", "events", "Events of all files events.json", c => c.Events?.Count, NoEvents, Notebook)
        .Count("event_messages_unique", "messages", "Different messages", c => c.Events?.UniqueMessages, NoEvents, Notebook)
        .Count("event_messages_normalised_unique", "messages", "Different messages after masking (events.message_normalised)", c => c.Events?.UniqueNormalised, NoEvents)
        .Text("event_message_top", "The most frequent message, the first in ordinal order among equals", c => c.Events?.Top?.Key, NoMessage, Notebook)
        .Count("event_message_top_count", "events", "How many events have it", c => c.Events?.Top?.Value, NoMessage, Notebook)
        .LongCount("event_occurrences", "occurrences", "Sum of the counts that the events themselves state; events without one add nothing", c => c.Events?.Occurrences, NoEvents)
        .Count("warnings", "events", "Events of type Warning; the denominator is events", c => c.Events?.Warnings, NoEvents);

    private static void JUnit(FeatureColumns<BuildContext> columns) => columns
        .Count("junit_files", "files", "JUnit files that could be read", c => c.JUnit?.Files, NoJUnit)
        .Count("junit_cases", "cases", "Test cases of all JUnit files", c => c.JUnit?.Cases, NoJUnit)
        .Count("junit_passed", "cases", "Cases without failure, error or skipped; the denominator is junit_cases", c => c.JUnit?[JUnitStatus.Passed], NoJUnit)
        .Count("junit_failed", "cases", "Cases with a failure", c => c.JUnit?[JUnitStatus.Failed], NoJUnit)
        .Count("junit_errors", "cases", "Cases with an error", c => c.JUnit?[JUnitStatus.Error], NoJUnit)
        .Count("junit_skipped", "cases", "Cases that were skipped", c => c.JUnit?[JUnitStatus.Skipped], NoJUnit)
        .Count("junit_timed", "cases", "Cases that say how long they took", c => c.JUnit?.Timed, NoJUnit)
        .Number("junit_seconds_sum", "s", "Sum of the durations of those cases; cases that ran side by side add up", c => c.JUnit is { Timed: > 0 } junit ? junit.Seconds : null, "when no case says how long it took");
}
