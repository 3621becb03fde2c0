using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Tables;

/// <summary>The table <c>alerts</c>: one row for every alert of a summary and one for every alert of a table answer.</summary>
internal static class AlertsTable
{
    public static FeatureTableDefinition<AlertContext> Define(bool withSnapshot)
    {
        FeatureColumns<AlertContext> columns = KeyColumns.Begin<AlertContext>(withSnapshot, c => c.Job.Snapshot, c => c.Job.Key.Dashboard)
            .Text("job", "The job's published name (TestGrid's tab)", c => c.Job.Key.Job)
            .Text("test", "The test's name", c => c.Test)
            .Text("source", "Where the alert was published: summary or table", c => c.Summary is null ? "table" : "summary")
            .Flag("in_both", "Whether the summary and the table answer both have an alert for this test", c => c.InBoth)
            .Count("fail_count", "cells", "Failing cells that the service counted", c => c.FailCount, "when the answer does not say or says what is no count")
            .Time("first_fail_time", "Start of the first failing run of the outage, as published", c => c.FailTimeMs, "when published as 0")
            .Time("last_pass_time", "Start of the nearest passing run before the outage", c => c.PassTimeMs, "when published as 0: never passed in the data")
            .Number("fail_to_pass_seconds", "s", "From the last pass to the first fail", c => c.FailToPassSeconds, "when one of the times is not known", "AI4CI TestGrid notebook", "first_fail_time − last_pass_time")
            .Text("fail_build", "Build of the first failure; often a branch or commit", c => c.Table?.FailBuild.ValueOrDefault(), "in rows of the summary or when the answer does not say")
            .Text("message", "The failure message", c => c.Message, "when the answer does not say; a message without text is an empty text")
            .Text("linked_bugs", "Linked bugs, joined by a blank", c => c.Summary is null ? null : string.Join(' ', c.Summary.LinkedBugs), "in rows of the table");
        return new FeatureTableDefinition<AlertContext>("alerts", "dashboard, job, test, source", columns);
    }
}
