using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Harvest;

/// <summary>A body that arrived and is not what was wanted; the code and the message are the reader's.</summary>
internal sealed class UnusableAnswer : CiFeaturesException
{
    private UnusableAnswer(string code, string message, Uri url, string inBody, string remedy, CiFeaturesException cause)
        : base(code, cause.Kind, message, inBody.Length == 0 ? url.AbsoluteUri : $"{url.AbsoluteUri}, {inBody}", remedy, cause) => InBody = inBody;

    /// <summary>Where in the body, such as "byte 4711"; empty where there is no such place.</summary>
    public string InBody { get; }

    /// <summary>Says what is wrong with a body.</summary>
    /// <param name="url">Where it came from.</param>
    /// <param name="body">The body.</param>
    /// <param name="cause">What its reader found.</param>
    public static UnusableAnswer Of(Uri url, ReadOnlySpan<byte> body, CiFeaturesException cause) => AnswerLook.IsWebPage(body) && cause.Code.StartsWith("CIF11", StringComparison.Ordinal)
        ? new UnusableAnswer(HarvestErrors.WebPage, "The service answered with a web page, not with the answer that was wanted.", url, "", "Open the address in a browser to see what the page says, and check --url.", cause)
        : new UnusableAnswer(cause.Code, cause.Message, url, cause.Place == url.AbsoluteUri ? "" : cause.Place, cause.Remedy.Length > 0 ? cause.Remedy : "The service may be faulty or of another kind; check --url.", cause);
}
