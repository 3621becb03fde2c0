namespace CiFeatures.Collection.Artifacts;

/// <summary>What an artifact store asked for and got so far.</summary>
/// <param name="Requests">Requests that were sent, repetitions included; 0 where none are needed.</param>
/// <param name="Bytes">Bytes of bodies, those that broke off included.</param>
/// <param name="Retries">How many of the requests were repetitions.</param>
public readonly record struct ArtifactTraffic(int Requests, long Bytes, int Retries);
