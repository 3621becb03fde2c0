namespace CiFeatures.Core.Tensors;

/// <summary>A run on a tensor's axis.</summary>
/// <param name="Build">The build id; may be empty or shared by several runs.</param>
/// <param name="TimeMs">Start in milliseconds since 1970 UTC; 0 = not known.</param>
/// <param name="Occurrence">0 for the first run of that build and time within a grid, 1 for the next one, and so on.</param>
public readonly record struct TensorRun(string Build, long TimeMs, int Occurrence);
