using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads a job's grid from the v1 API: the answers of <c>/dashboards/{d}/tabs/{t}/headers</c> and <c>…/rows</c>.</summary>
/// <remarks>
/// One pass over the bytes of each, fields in any order and in either spelling of protobuf JSON, no document tree. Fields that are left out have
/// their default: a cell <c>{}</c> is <c>NO_RESULT</c>, an answer <c>{}</c> has no rows. Rows and headers both begin with the newest run; a row with fewer
/// cells than there are headers is padded, one with more is cut, both at the old end and both reported. This source has no durations, row ids,
/// properties or names of headers: those are null, empty or absent.
/// </remarks>
public static class ApiGridReader
{
    /// <summary>Reads the two answers.</summary>
    /// <param name="headersUtf8">The answer with the columns, after decompression.</param>
    /// <param name="rowsUtf8">The answer with the rows, after decompression.</param>
    /// <param name="key">The dashboard and job they were asked for.</param>
    /// <param name="issues">Gets what was repaired or left out; at most <see cref="DecodeLimits.MaxIssues"/> entries and one that counts the rest.</param>
    /// <param name="limits">What each answer may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The grid: rows in published order, runs newest first.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not such answers, damaged or too large; the place gives job, answer, path and byte.</exception>
    public static JobGrid Read(
        ReadOnlySpan<byte> headersUtf8, ReadOnlySpan<byte> rowsUtf8, JobKey key, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        DecodeLimits bounds = limits ?? DecodeLimits.Default;
        IssueLog log = new(issues, key, bounds.MaxIssues) { Part = "headers" };
        ApiColumns columns = ApiHeadersReader.Read(headersUtf8, log, bounds);
        log.Part = "rows";
        ApiRows rows = ApiRowsReader.Read(rowsUtf8, log, bounds);
        JobGrid grid = TruncationMarks.Mark(ApiGridAssembler.Assemble(columns, rows, key, log, bounds), log);
        log.Complete();
        return grid;
    }
}
