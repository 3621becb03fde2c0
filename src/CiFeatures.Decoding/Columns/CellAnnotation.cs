namespace CiFeatures.Decoding.Columns;

/// <summary>A short text for the cells of cases that have a property (TestGrid's <c>test_annotations</c>).</summary>
/// <param name="Property">The property, whatever its value.</param>
/// <param name="ShortText">The short text.</param>
public sealed record CellAnnotation(string Property, string ShortText);
