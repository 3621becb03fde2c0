using System.IO.Compression;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.State;

namespace CiFeatures.Tests.Decoding.State;

/// <summary>Reads objects that a test has made.</summary>
internal static class StateInputs
{
    public static readonly JobKey Key = new("dash", "job-1");

    public static byte[] Zlib(ReadOnlySpan<byte> bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        using MemoryStream output = new();
        using (ZLibStream stream = new(output, level))
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }

    public static byte[] Unzlib(byte[] body)
    {
        using ZLibStream stream = new(new MemoryStream(body), CompressionMode.Decompress);
        using MemoryStream output = new();
        stream.CopyTo(output);
        return output.ToArray();
    }

    public static JobGrid Grid(ReadOnlySpan<byte> plain, List<DecodeIssue> issues, DecodeLimits? limits = null) =>
        StateGridReader.Read(Zlib(plain), Key, issues, limits);

    /// <summary>Reads a grid that must not raise an issue.</summary>
    public static JobGrid CleanGrid(ReadOnlySpan<byte> plain)
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = Grid(plain, issues);
        issues.ShouldBeEmpty();
        return grid;
    }

    public static CiFeaturesException GridError(byte[] plain, DecodeLimits? limits = null) => Should.Throw<CiFeaturesException>(() => Grid(plain, [], limits));
}
