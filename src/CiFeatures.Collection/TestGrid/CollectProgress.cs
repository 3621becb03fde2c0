namespace CiFeatures.Collection.TestGrid;

/// <summary>How far a collection is.</summary>
/// <param name="Done">Answers that are stored or skipped.</param>
/// <param name="Total">All answers that are wanted; grows once, when the summaries have named the jobs.</param>
/// <param name="Bytes">Bytes of bodies that came over the wire.</param>
/// <param name="Requests">Requests that were sent, repetitions included.</param>
/// <param name="Current">What is being asked for or waited for.</param>
public sealed record CollectProgress(int Done, int Total, long Bytes, int Requests, string Current);
