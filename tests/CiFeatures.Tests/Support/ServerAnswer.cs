using System.IO.Compression;
using System.Text;

namespace CiFeatures.Tests.Support;

/// <summary>How a <see cref="LoopbackServer"/> treats a request.</summary>
internal sealed record ServerAnswer
{
    public int Status { get; init; } = 200;

    public byte[] Body { get; init; } = [];

    /// <summary>Header lines, such as <c>Retry-After: 7</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Called when the request is there and nothing was answered yet.</summary>
    public Action Before { get; init; } = () => { };

    /// <summary>Called before the last byte of a body that is sent byte by byte.</summary>
    public Action BeforeLastByte { get; init; } = () => { };

    /// <summary>The connection is reset instead of an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>There is no answer; the connection stays open until the client leaves.</summary>
    public bool Silent { get; init; }

    /// <summary>The connection ends after so many bytes of the body, whatever the headers promised.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The body is sent again and again, without a length, until the client leaves.</summary>
    public bool Endless { get; init; }

    /// <summary>Written as it is instead of the status line and the headers; null = they are as they should be.</summary>
    public string? Head { get; init; }

    /// <summary>What the body is followed by, again and again, so many times; makes a long body out of little memory.</summary>
    public (byte[] Piece, int Times) More { get; init; } = ([], 0);

    /// <summary>The wait before each single byte of the body; zero = it is sent at once.</summary>
    public TimeSpan PauseBeforeEachByte { get; init; }

    public static ServerAnswer Of(int status, params string[] headers) => new() { Status = status, Headers = headers, Body = Encoding.UTF8.GetBytes($"status {status}") };

    public static ServerAnswer Page(string html) => new() { Headers = ["Content-Type: text/html"], Body = Encoding.UTF8.GetBytes(html) };

    /// <summary>The same answer with a compressed body.</summary>
    public ServerAnswer Compressed(string coding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(Body);
        }

        return this with { Body = packed.ToArray(), Headers = [.. Headers, $"Content-Encoding: {coding}"] };
    }

    /// <summary>Zeros in gzip that nobody has to hold: about a thousandth of their length goes over the wire.</summary>
    /// <param name="megabytes">How many after decompression.</param>
    public static ServerAnswer ZerosInGzip(int megabytes)
    {
        using var packed = new MemoryStream();
        using var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
        byte[] zeros = new byte[1 << 20];

        // After a flush the stream goes on at a whole byte, and what follows is the same for every further megabyte.
        gzip.Write(zeros);
        gzip.Flush();
        byte[] first = packed.ToArray();
        gzip.Write(zeros);
        gzip.Flush();
        byte[] further = packed.ToArray()[first.Length..];
        return new ServerAnswer { Body = first, More = (further, megabytes - 1), Headers = ["Content-Encoding: gzip"] };
    }
}
