namespace CiFeatures.Tests.Features.Logs.Templates;

/// <summary>Gives some bytes, then fails.</summary>
internal sealed class BreakingStream(string text) : MemoryStream(MadeLog.Bytes(text))
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = base.Read(buffer, offset, count);
        return read > 0 ? read : throw new IOException("The disk is gone.");
    }
}
