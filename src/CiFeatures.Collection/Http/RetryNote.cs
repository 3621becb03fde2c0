namespace CiFeatures.Collection.Http;

/// <summary>A request that failed and will be repeated.</summary>
/// <param name="Failure">Why it failed.</param>
/// <param name="Number">Which repetition comes next, from 1.</param>
/// <param name="Delay">How long the wait before it is.</param>
internal sealed record RetryNote(FetchFailure Failure, int Number, TimeSpan Delay);
