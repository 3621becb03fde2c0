using System.Security.Cryptography;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>The body of an answer in the forms that it can be sent in.</summary>
internal abstract class AnswerBody
{
    /// <summary>Whether there is a gzip form that costs nothing to send.</summary>
    public virtual bool HasGzip => false;

    /// <summary>The tag of a form, with its quotes: other bytes have another tag, and so has the other form of the same bytes.</summary>
    public abstract string EntityTag(bool gzip);

    /// <summary>The bytes of a form.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">What is stored is missing or damaged.</exception>
    public abstract BodyBytes Bytes(bool gzip);

    protected static string TagOf(string sha256, bool gzip) => gzip ? $"\"{sha256}-gzip\"" : $"\"{sha256}\"";
}

/// <summary>A body that was made for the answer.</summary>
internal sealed class MadeBody(ReadOnlyMemory<byte> bytes) : AnswerBody
{
    private readonly string _sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    public override string EntityTag(bool gzip) => TagOf(_sha256, gzip);

    public override BodyBytes Bytes(bool gzip) => new MemoryBytes(bytes);
}

/// <summary>A body that is made when it is first needed.</summary>
internal sealed class LaterBody(Func<ReadOnlyMemory<byte>> make) : AnswerBody
{
    private readonly Lazy<MadeBody> _made = new(() => new MadeBody(make()));

    public override string EntityTag(bool gzip) => _made.Value.EntityTag(gzip);

    public override BodyBytes Bytes(bool gzip) => _made.Value.Bytes(gzip);
}
