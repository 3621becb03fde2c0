namespace CiFeatures.Tests.Decoding.Prow;

/// <summary>Gives some bytes and then fails, as a disk does.</summary>
internal sealed class BrokenStream(ReadOnlySpan<byte> start) : MemoryStream(start.ToArray())
{
    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, count) is > 0 and int read ? read : throw new IOException("The disk is gone.");

    public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and int read ? read : throw new IOException("The disk is gone.");
}
