namespace CiFeatures.Collection.TestGrid;

/// <summary>What a collection that ended early left for the next one.</summary>
/// <param name="Folder">The snapshot's folder.</param>
/// <param name="Files">How many bodies it holds.</param>
/// <param name="GoesOn">Whether a collection with the same options goes on with it.</param>
public sealed record KeptCollection(string Folder, int Files, bool GoesOn);
