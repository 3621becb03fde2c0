using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

/// <summary>Reads the values of a case; what is absent or null is Go's zero value.</summary>
internal static class CaseJson
{
    public static JsonElement At(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : default;

    public static bool Has(this JsonElement from, string name) => from.At(name).ValueKind != JsonValueKind.Undefined;

    public static string Text(this JsonElement from, string name) => from.Has(name) ? from.At(name).GetString()! : "";

    public static bool Flag(this JsonElement from, string name) => from.Has(name) && from.At(name).GetBoolean();

    public static int Int(this JsonElement from, string name) => from.Has(name) ? from.At(name).GetInt32() : 0;

    public static long Long(this JsonElement from, string name) => from.Has(name) ? (long)from.At(name).GetDouble() : 0;

    public static double Number(this JsonElement from, string name) => from.Has(name) ? from.At(name).GetDouble() : 0;

    public static IReadOnlyList<JsonElement> List(this JsonElement from, string name) => from.Has(name) ? [.. from.At(name).EnumerateArray()] : [];

    public static IReadOnlyList<string> Texts(this JsonElement from, string name) => [.. from.List(name).Select(e => e.GetString()!)];

    public static SortedDictionary<string, string> Map(this JsonElement from, string name)
    {
        SortedDictionary<string, string> map = new(StringComparer.Ordinal);
        foreach (JsonProperty entry in from.Has(name) ? [.. from.At(name).EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            map[entry.Name] = entry.Value.GetString()!;
        }

        return map;
    }

    public static DateTimeOffset? Time(this JsonElement from, string name) =>
        from.Has(name) ? DateTimeOffset.Parse(from.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    public static TimeSpan Duration(this JsonElement from, string name) => TimeSpan.FromSeconds(from.At(name).Number("$seconds"));

    public static Stamp? Stamp(this JsonElement from, string name) =>
        from.Has(name) ? new Stamp(from.At(name).Long("seconds"), from.At(name).Int("nanos")) : null;

    public static CellStatus Status(this JsonElement from, string name)
    {
        string text = from.Has(name) ? from.Text(name) : "NO_RESULT";
        CellStatuses.TryParse(text, out CellStatus status).ShouldBeTrue(text);
        return status;
    }

    public static TabStatus TabStatus(this JsonElement from, string name) => from.Text(name) switch
    {
        "" => CiFeatures.Core.Summaries.TabStatus.NotSet,
        "UNKNOWN" => CiFeatures.Core.Summaries.TabStatus.Unknown,
        "PASS" => CiFeatures.Core.Summaries.TabStatus.Pass,
        "FAIL" => CiFeatures.Core.Summaries.TabStatus.Fail,
        "FLAKY" => CiFeatures.Core.Summaries.TabStatus.Flaky,
        "STALE" => CiFeatures.Core.Summaries.TabStatus.Stale,
        "BROKEN" => CiFeatures.Core.Summaries.TabStatus.Broken,
        "PENDING" => CiFeatures.Core.Summaries.TabStatus.Pending,
        "ACCEPTABLE" => CiFeatures.Core.Summaries.TabStatus.Acceptable,
        string other => throw new ShouldAssertException("no status " + other),
    };

    public static StatusCustomization Options(JsonElement options, JsonElement features) => new()
    {
        Ignored = Ignored(options),
        MaxAcceptableFlakinessPct = (float)options.Number("maxAcceptableFlakiness"),
        MinAcceptableRuns = options.Int("minAcceptableRuns"),
        AllowFuzzyFlakiness = features.Flag("allowFuzzyFlakiness"),
        AllowIgnoredColumns = features.Flag("allowIgnoredColumns"),
        AllowMinNumberOfRuns = features.Flag("allowMinNumberOfRuns"),
    };

    public static IgnoredStatuses Ignored(JsonElement options)
    {
        IgnoredStatuses ignored = IgnoredStatuses.None;
        foreach (string name in options.Texts("ignoredTestStatuses"))
        {
            ignored |= Enum.Parse<IgnoredStatuses>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        }

        return ignored;
    }

    public static GridMetrics Metrics(this JsonElement from, string name)
    {
        JsonElement m = from.At(name);
        return new GridMetrics(m.Int("passingCols"), m.Int("completedCols"), m.Int("ignoredCols"), m.Int("passingCells"), m.Int("filledCells"));
    }
}
