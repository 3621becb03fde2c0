using System.IO.Compression;
using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Import;

/// <summary>Reads a recorded answer, plain or compressed, within a limit.</summary>
internal static class AnswerFile
{
    private const int GzipTrailerBytes = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="answer">The file.</param>
    /// <param name="maxBytes">The longest body, after content decoding.</param>
    /// <param name="problem">Why it cannot be taken; null when it can.</param>
    /// <returns>The body after content decoding; null when there is a problem.</returns>
    public static byte[]? Read(FoundAnswer answer, long maxBytes, out SkippedItem? problem)
    {
        problem = null;
        try
        {
            // Asked before opening: pipes and devices have no length either, and opening one may never return.
            if (answer.FileBytes == 0)
            {
                problem = Problem(answer, "The file is empty.", "byte 0");
                return null;
            }

            using FileStream file = new(answer.File, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);
            return answer.IsCompressed ? ReadCompressed(file, answer, maxBytes, out problem) : ReadPlain(file, answer, maxBytes, out problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = Problem(answer, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    internal static SkippedItem Problem(FoundAnswer answer, string reason, string place = "") =>
        new() { Item = answer.Relative, Code = CollectionErrors.FileNotImportable, Reason = reason, Place = place };

    private static byte[]? ReadPlain(FileStream file, FoundAnswer answer, long maxBytes, out SkippedItem? problem)
    {
        problem = Bounded(file, maxBytes, out byte[] body) ? null : Problem(answer, $"The body is longer than the limit of {maxBytes} bytes.", $"byte {maxBytes}");
        return problem is null ? body : null;
    }

    private static byte[]? ReadCompressed(FileStream file, FoundAnswer answer, long maxBytes, out SkippedItem? problem)
    {
        byte[] body = [];
        problem = null;
        try
        {
            using GZipStream gzip = new(file, CompressionMode.Decompress, leaveOpen: true);
            if (!Bounded(gzip, maxBytes, out body))
            {
                problem = Problem(answer, $"The body is longer than the limit of {maxBytes} bytes after decompression.", $"byte {maxBytes} of the body");
                return null;
            }
        }
        catch (InvalidDataException e)
        {
            problem = Problem(answer, $"The file is not a whole gzip file: {e.Message}", $"before byte {file.Position}");
            return null;
        }

        if (!EndsWithLength(file, body.LongLength))
        {
            problem = Problem(answer, $"The gzip file ends too early, or its end is not the one of its {body.LongLength} bytes.", $"byte {file.Length}");
        }

        return problem is null ? body : null;
    }

    /// <summary>A gzip file ends with the length of what it holds; a stream that was cut can look whole to the decompressor.</summary>
    private static bool EndsWithLength(FileStream file, long length)
    {
        if (file.Length < GzipTrailerBytes)
        {
            return false;
        }

        Span<byte> size = stackalloc byte[sizeof(uint)];
        file.Position = file.Length - sizeof(uint);
        file.ReadExactly(size);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(size) == (uint)(length & 0xFFFF_FFFF);
    }

    private static bool Bounded(Stream stream, long maxBytes, out byte[] body)
    {
        using MemoryStream collected = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (collected.Length + read > Math.Min(maxBytes, Array.MaxLength))
            {
                body = [];
                return false;
            }

            collected.Write(buffer, 0, read);
        }

        body = collected.ToArray();
        return true;
    }
}
