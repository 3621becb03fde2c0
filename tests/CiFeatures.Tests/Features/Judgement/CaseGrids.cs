using System.Text.Json;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

/// <summary>Reads columns, rows and alerts of a case.</summary>
internal static class CaseGrids
{
    public static JudgedGrid Grid(JsonElement grid) => new(Columns(grid, "columns"), Rows(grid, "rows"));

    public static IReadOnlyList<JudgedColumn> Columns(JsonElement from, string name) => [.. from.List(name).Select(Column)];

    public static IReadOnlyList<JudgedRow> Rows(JsonElement from, string name) => [.. from.List(name).Select(Row)];

    public static JudgedColumn Column(JsonElement column) => new()
    {
        Build = column.Text("build"),
        StartedMs = column.Number("started"),
        Extra = column.Texts("extra"),
        HotlistIds = column.Text("hotlistIds"),
        EmailAddresses = column.Texts("emailAddresses"),
    };

    public static JudgedRow Row(JsonElement row)
    {
        int[] pairs = [.. row.List("results").Select(e => e.GetInt32())];
        List<byte> statuses = [];
        for (int i = 0; i + 1 < pairs.Length; i += 2)
        {
            statuses.AddRange(Enumerable.Repeat((byte)pairs[i], Math.Max(0, pairs[i + 1])));
        }

        return new JudgedRow
        {
            Name = row.Text("name"),
            Id = row.Text("id"),
            Statuses = statuses.ToArray(),
            HasResults = row.Has("results"),
            LeadingBlanks = pairs is [0, var count, ..] ? count : 0,
            Messages = row.Texts("messages"),
            CellIds = row.Texts("cellIds"),
            UserProperties = row.Texts("userProperty"),
            Issues = row.Texts("issues"),
            Alert = row.Has("alertInfo") ? Alert(row.At("alertInfo")) : null,
        };
    }

    public static AlertInfo Alert(JsonElement alert) => new()
    {
        FailCount = alert.Int("failCount"),
        FailBuildId = alert.Text("failBuildId"),
        LatestFailBuildId = alert.Text("latestFailBuildId"),
        FailTime = alert.Stamp("failTime"),
        FailTestId = alert.Text("failTestId"),
        LatestFailTestId = alert.Text("latestFailTestId"),
        FailureMessage = alert.Text("failureMessage"),
        PassTime = alert.Stamp("passTime"),
        PassBuildId = alert.Text("passBuildId"),
        BuildLink = alert.Text("buildLink"),
        BuildLinkText = alert.Text("buildLinkText"),
        BuildUrlText = alert.Text("buildUrlText"),
        Properties = alert.Map("properties"),
        CustomColumnHeaders = alert.Map("customColumnHeaders"),
        HotlistIds = alert.Texts("hotlistIds"),
        EmailAddresses = alert.Texts("emailAddresses"),
    };

    public static IReadOnlyList<ColumnHeader> Headers(JsonElement from) =>
        [.. from.List("columnHeader").Select(h => new ColumnHeader(h.Text("label"), h.Text("property"), h.Text("configurationValue")))];

    // Null and empty lists are one and the same to the comparison that the cases come from.
    public static void ShouldBeAlert(AlertInfo? actual, JsonElement expected)
    {
        if (expected.ValueKind == JsonValueKind.Undefined)
        {
            actual.ShouldBeNull();
            return;
        }

        AlertInfo want = Alert(expected);
        actual.ShouldNotBeNull();
        actual.Properties.ShouldBe(want.Properties);
        actual.CustomColumnHeaders.ShouldBe(want.CustomColumnHeaders);
        actual.HotlistIds.ShouldBe(want.HotlistIds);
        actual.EmailAddresses.ShouldBe(want.EmailAddresses);
        AlertInfo plain = actual with
        {
            FailStreak = 0,
            Properties = want.Properties,
            CustomColumnHeaders = want.CustomColumnHeaders,
            HotlistIds = want.HotlistIds,
            EmailAddresses = want.EmailAddresses,
        };
        plain.ShouldBe(want);
    }
}
