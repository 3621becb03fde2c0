namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Where the runs of one row lie in the <see cref="RunBuffer"/>.</summary>
/// <param name="Start">The first run.</param>
/// <param name="Count">How many runs.</param>
internal readonly record struct RunSlice(int Start, int Count);
