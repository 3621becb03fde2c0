using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay;

/// <summary>One of the services that a server replays.</summary>
internal interface IReplaySite
{
    /// <summary>Answers a request for one of this service's addresses.</summary>
    /// <param name="target">What was asked for.</param>
    /// <returns>Null when the address belongs to another service.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">What is stored is missing or damaged.</exception>
    ReplayAnswer? Answer(RequestTarget target);
}
