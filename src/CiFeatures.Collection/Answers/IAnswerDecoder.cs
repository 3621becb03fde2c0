using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;
using CiFeatures.Decoding.State;

namespace CiFeatures.Collection.Answers;

/// <summary>Decodes stored answers; tests put a simpler one in its place.</summary>
internal interface IAnswerDecoder
{
    /// <summary>How large an answer may be.</summary>
    DecodeLimits Limits { get; }

    /// <summary>Decodes a table answer.</summary>
    /// <exception cref="CiFeaturesException">It is not a table answer; the place says where in it.</exception>
    JobGrid ReadTable(ReadOnlySpan<byte> utf8, JobKey key, ICollection<DecodeIssue> issues);

    /// <summary>Decodes a summary answer.</summary>
    /// <exception cref="CiFeaturesException">It is not a summary answer; the place says where in it.</exception>
    DashboardSummary ReadSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the state object of a job.</summary>
    /// <exception cref="CiFeaturesException">It is not one; the place says where in it.</exception>
    JobGrid ReadStateTab(ReadOnlySpan<byte> body, JobKey key, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the grid object of the test group behind a job, and makes what the job shows out of it.</summary>
    /// <exception cref="CiFeaturesException">It is not one, the place says where in it; or the options are not valid.</exception>
    JobGrid ReadStateGroup(ReadOnlySpan<byte> body, JobKey key, string baseOptions, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the configuration object.</summary>
    /// <exception cref="CiFeaturesException">It is not one; the place says where in it.</exception>
    StateConfig ReadStateConfig(ReadOnlySpan<byte> body, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the summary object of a dashboard.</summary>
    /// <exception cref="CiFeaturesException">It is not one; the place says where in it.</exception>
    DashboardSummary ReadStateSummary(ReadOnlySpan<byte> body, string dashboard, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the columns and the rows of the v1 API.</summary>
    /// <exception cref="CiFeaturesException">They are not a grid; the place says where in them.</exception>
    JobGrid ReadApiGrid(ReadOnlySpan<byte> headersUtf8, ReadOnlySpan<byte> rowsUtf8, JobKey key, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the tab summaries of the v1 API.</summary>
    /// <exception cref="CiFeaturesException">It is not such an answer; the place says where in it.</exception>
    DashboardSummary ReadApiSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the v1 API's list of dashboards.</summary>
    /// <exception cref="CiFeaturesException">It is not such an answer; the place says where in it.</exception>
    IReadOnlyList<ApiResource> ReadApiDashboards(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues);

    /// <summary>Decodes the v1 API's list of a dashboard's tabs.</summary>
    /// <exception cref="CiFeaturesException">It is not such an answer; the place says where in it.</exception>
    IReadOnlyList<ApiResource> ReadApiTabs(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues);
}
