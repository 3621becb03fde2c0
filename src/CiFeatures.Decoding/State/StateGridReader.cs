using System.Buffers;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State;

/// <summary>Reads the grid objects of a TestGrid bucket: grids of test groups (<c>grid/…</c>) and states of tabs (<c>tabs/…</c>), zlib-compressed protobuf.</summary>
/// <remarks>
/// What does not fit is repaired where the repair is documented (<c>docs/errors/decoding.md</c>) and listed as an issue; damage to the object as a
/// whole is an error. Fields that a <see cref="JobGrid"/> has no place for, those that nobody knows included, are kept in
/// <c>OtherFields</c> under names that begin with <c>state:</c>, and <see cref="StateGridWriter"/> writes them back.
/// </remarks>
public static class StateGridReader
{
    /// <summary>Reads a grid object.</summary>
    /// <param name="body">The object as stored; no bytes at all, which is how a missing object reads, are an empty grid.</param>
    /// <param name="key">The dashboard and job it is stored for.</param>
    /// <param name="issues">Gets what was repaired or left out; at most <see cref="DecodeLimits.MaxIssues"/> entries and one that counts the rest.</param>
    /// <param name="limits">What the object may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The grid: rows in stored order, runs newest first, <c>test-duration-minutes</c> as durations where the object has it.</returns>
    /// <exception cref="CiFeaturesException">CIF1150, CIF1151: the bytes are not a whole zlib stream of a whole protobuf grid. CIF1103: it is larger than the limits allow.</exception>
    public static JobGrid Read(ReadOnlySpan<byte> body, JobKey key, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        limits ??= DecodeLimits.Default;
        if (body.IsEmpty)
        {
            return new(key, new GridInfo(), [], RunAxis.Empty, []);
        }

        byte[] buffer = ZlibPayload.Rent(body, key.ToString(), limits, out int length);
        try
        {
            return ReadPlain(buffer.AsSpan(0, length), key, issues, limits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a grid after decompression.</summary>
    internal static JobGrid ReadPlain(ReadOnlySpan<byte> bytes, JobKey key, ICollection<DecodeIssue> issues, DecodeLimits limits)
    {
        IssueLog log = new(issues, key, limits.MaxIssues);
        GridMessage message = GridMessage.Read(bytes, new WireContext(log, limits, new AsciiPool()));
        JobGrid grid = GridAssembler.Assemble(message, key, log, limits);
        log.Complete();
        return grid;
    }
}
