namespace CiFeatures.Cli.Output;

/// <summary>How far some work has come.</summary>
/// <param name="Done">How many things are done.</param>
/// <param name="Total">How many there are, as far as is known.</param>
/// <param name="Doing">What is being done.</param>
/// <param name="Bytes">How many bytes came over the network; null where none do.</param>
internal readonly record struct ProgressStep(long Done, long Total, string Doing, long? Bytes = null);
