namespace CiFeatures.Collection.Replay;

/// <summary>What the server noted about one request.</summary>
/// <param name="Sequence">The request's number, from 1, in the order of arrival.</param>
/// <param name="BeginMicroseconds">When it was there, in microseconds since the server's start.</param>
/// <param name="EndMicroseconds">When the last bytes of its answer were about to leave, in microseconds since the server's start.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">The request target as it was sent.</param>
/// <param name="Status">The answer's status; null when the connection was reset before one.</param>
/// <param name="Fault">The fault that was played, or <c>client-left</c> when the client did not wait for the end; null for neither.</param>
/// <param name="Bytes">How many bytes of the body were sent.</param>
/// <param name="InFlight">How many requests were in flight when this one began, itself included.</param>
/// <param name="UserAgent">The client's User-Agent; null when it sent none.</param>
public sealed record ReplayRequest(
    long Sequence,
    long BeginMicroseconds,
    long EndMicroseconds,
    string Method,
    string Target,
    int? Status,
    string? Fault,
    long Bytes,
    int InFlight,
    string? UserAgent);
