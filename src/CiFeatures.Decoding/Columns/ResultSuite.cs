using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Columns;

/// <summary>The cases of one JUnit file.</summary>
/// <param name="Cases">The cases, in the file's order.</param>
/// <param name="Metadata">What the file's name says: <c>Context</c>, <c>Timestamp</c>, <c>Thread</c>; names of rows may have them.</param>
internal sealed record ResultSuite(IReadOnlyList<JUnitCase> Cases, IReadOnlyDictionary<string, string> Metadata);
