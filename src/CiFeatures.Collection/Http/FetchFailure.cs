using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Http;

/// <summary>A request that brought no usable body.</summary>
/// <param name="code">The error's code.</param>
/// <param name="kind">Whether the source is to blame or the request.</param>
/// <param name="message">What happened.</param>
/// <param name="url">The address that was asked.</param>
/// <param name="remedy">What to do next.</param>
/// <param name="cause">The cause, where there is one.</param>
internal sealed class FetchFailure(string code, ErrorKind kind, string message, Uri url, string remedy, Exception? cause = null)
    : CiFeaturesException(code, kind, message, url.AbsoluteUri, remedy, cause)
{
    /// <summary>The status of the answer; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool CanPass { get; init; }

    /// <summary>How long the service asked to wait; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the service asked for a longer wait than is waited; it is not asked again.</summary>
    public bool WantsQuiet { get; init; }

    /// <summary>Whether it was not sent at all, because a limit of the whole collection was reached.</summary>
    public bool IsOfBudget { get; init; }
}
