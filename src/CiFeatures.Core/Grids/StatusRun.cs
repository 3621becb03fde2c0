namespace CiFeatures.Core.Grids;

/// <summary>One run of a run-length code: the same status several times in a row. Nothing is checked; see <see cref="RunLength"/>.</summary>
/// <param name="Value">The status code as published; may lie outside 0 to 15.</param>
/// <param name="Count">How many cells; zero or less stands for none.</param>
public readonly record struct StatusRun(int Value, int Count);
