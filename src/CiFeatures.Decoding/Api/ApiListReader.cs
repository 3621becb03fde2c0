using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads the lists of the v1 API. An entry without a name is left out and reported, any other field may be absent.</summary>
public static class ApiListReader
{
    /// <summary>Reads the answer of <c>/dashboards</c>.</summary>
    /// <param name="utf8">The answer after decompression.</param>
    /// <param name="issues">Gets what was left out.</param>
    /// <param name="limits">What the answer may have; <see cref="DecodeLimits.Default"/> when null, of which <see cref="DecodeLimits.MaxTests"/> bounds the entries.</param>
    /// <returns>The dashboards in published order; none for an empty object.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not such a list, damaged or too large.</exception>
    public static IReadOnlyList<ApiResource> ReadDashboards(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues, DecodeLimits? limits = null) =>
        Read(utf8, "list of dashboards", "dashboards", issues, limits);

    /// <summary>Reads the answer of <c>/dashboard-groups</c>.</summary>
    /// <param name="utf8">The answer after decompression.</param>
    /// <param name="issues">Gets what was left out.</param>
    /// <param name="limits">As for <see cref="ReadDashboards"/>.</param>
    /// <returns>The groups in published order; none for an empty object.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not such a list, damaged or too large.</exception>
    public static IReadOnlyList<ApiResource> ReadDashboardGroups(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues, DecodeLimits? limits = null) =>
        Read(utf8, "list of dashboard groups", "dashboard_groups", issues, limits);

    /// <summary>Reads the answer of <c>/dashboard-groups/{g}</c>.</summary>
    /// <param name="utf8">The answer after decompression.</param>
    /// <param name="issues">Gets what was left out.</param>
    /// <param name="limits">As for <see cref="ReadDashboards"/>.</param>
    /// <returns>The group's dashboards in published order; none for an empty object.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not such a list, damaged or too large.</exception>
    public static IReadOnlyList<ApiResource> ReadGroupDashboards(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues, DecodeLimits? limits = null) =>
        Read(utf8, "list of a group's dashboards", "dashboards", issues, limits);

    /// <summary>Reads the answer of <c>/dashboards/{d}/tabs</c>.</summary>
    /// <param name="utf8">The answer after decompression.</param>
    /// <param name="issues">Gets what was left out.</param>
    /// <param name="limits">As for <see cref="ReadDashboards"/>.</param>
    /// <returns>The tabs in published order; none for an empty object.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not such a list, damaged or too large.</exception>
    public static IReadOnlyList<ApiResource> ReadTabs(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues, DecodeLimits? limits = null) =>
        Read(utf8, "list of tabs", "dashboard_tabs", issues, limits);

    private static List<ApiResource> Read(ReadOnlySpan<byte> utf8, string what, string field, ICollection<DecodeIssue> issues, DecodeLimits? limits)
    {
        DecodeLimits bounds = limits ?? DecodeLimits.Default;
        IssueLog log = new(issues, new JobKey("", ""), bounds.MaxIssues) { Part = what };
        AnswerReader answer = AnswerReader.Open(utf8, log, bounds);
        List<ApiResource> resources = [];
        ApiRoot.Read(
            ref answer, what,
            (ref reader) =>
            {
                resources.Clear();
                ApiRoot.Entries(ref reader, field, reader.Limits.MaxTests, (ref entry) => ReadEntry(ref entry, field, resources));
            },
            field);
        log.Complete();
        return resources;
    }

    private static void ReadEntry(ref AnswerReader answer, string list, List<ApiResource> resources)
    {
        long position = answer.Position;
        string name = "";
        string link = "";
        string? group = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            switch (field)
            {
                case "name":
                    name = answer.OptionalText(field).ValueOr("");
                    break;
                case "link":
                    link = answer.OptionalText(field).ValueOr("");
                    break;
                case "dashboard_group_name":
                    group = answer.OptionalText(field).ValueOrDefault() is { Length: > 0 } named ? named : null;
                    break;
                default:
                    answer.Skip();
                    break;
            }
        }

        if (name.Length > 0)
        {
            resources.Add(new(name, link, group));
            return;
        }

        answer.Issues.Add(DecodingCodes.ApiEntry, DecodeRepair.Ignored, "", $"{list}, byte {position}", "An entry has no name and was left out.");
    }
}
