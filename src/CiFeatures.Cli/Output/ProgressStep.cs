namespace CiFeatures.Cli.Output;

/// <summary>How far some work has come.</summary>
internal readonly record struct ProgressStep(long Done, long Total, string Doing);
