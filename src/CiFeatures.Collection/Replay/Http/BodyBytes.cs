namespace CiFeatures.Collection.Replay.Http;

/// <summary>The bytes of a body in one form. Safe to use from several threads.</summary>
internal abstract class BodyBytes
{
    /// <summary>How many there are.</summary>
    public abstract long Length { get; }

    /// <summary>The bytes from a place on, for reading once and forwards.</summary>
    /// <param name="start">The first byte, from 0 to <see cref="Length"/>.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">What is stored is missing or damaged.</exception>
    public abstract Stream Open(long start);
}

/// <summary>Bytes in memory.</summary>
internal sealed class MemoryBytes(ReadOnlyMemory<byte> bytes) : BodyBytes
{
    /// <summary>No bytes.</summary>
    public static MemoryBytes Empty { get; } = new(default);

    public override long Length => bytes.Length;

    public override Stream Open(long start)
    {
        MemoryStream stream = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        stream.Position = start;
        return stream;
    }
}

/// <summary>Bytes that a stream gives, which may be too many for the memory.</summary>
/// <param name="length">How many there are.</param>
/// <param name="open">Opens them at their beginning.</param>
internal sealed class StreamedBytes(long length, Func<Stream> open) : BodyBytes
{
    public override long Length => length;

    public override Stream Open(long start)
    {
        Stream stream = open();
        try
        {
            Skip(stream, start);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static void Skip(Stream stream, long count)
    {
        if (stream.CanSeek)
        {
            stream.Position = count;
            return;
        }

        byte[] buffer = new byte[64 * 1024];
        while (count > 0)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0)
            {
                throw new EndOfStreamException("The stored bytes end too early.");
            }

            count -= read;
        }
    }
}
