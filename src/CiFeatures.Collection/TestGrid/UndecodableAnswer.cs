using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>A body that arrived and is not an answer; the code and the message are the decoder's.</summary>
/// <param name="url">Where the body came from.</param>
/// <param name="cause">What the decoder found.</param>
internal sealed class UndecodableAnswer(Uri url, CiFeaturesException cause)
    : CiFeaturesException(cause.Code, cause.Kind, cause.Message, $"{url.AbsoluteUri}, {cause.Place}", "The service may be faulty or of another kind; check --url.", cause)
{
    /// <summary>Where in the body, such as "byte 4711".</summary>
    public string InBody { get; } = cause.Place;
}
