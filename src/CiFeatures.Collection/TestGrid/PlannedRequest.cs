namespace CiFeatures.Collection.TestGrid;

/// <summary>One request of a plan.</summary>
/// <param name="Url">The address.</param>
/// <param name="Path">Where the body goes in the snapshot.</param>
/// <param name="KnownBytes">How long the body was in the newest snapshot that has it, before content coding; null where none has.</param>
public sealed record PlannedRequest(string Url, string Path, long? KnownBytes);
