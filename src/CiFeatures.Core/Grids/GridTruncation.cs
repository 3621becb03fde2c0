namespace CiFeatures.Core.Grids;

/// <summary>A mark of a service's cutting, and which part of the grid is no result of any test because of it.</summary>
/// <param name="Kind">What the service did.</param>
/// <param name="Message">What the service wrote, such as "2500000 byte grid exceeds maximum size of 2000000 bytes".</param>
/// <param name="Test">The row that is not a test; −1 when the mark is in a run.</param>
/// <param name="Run">The run whose cells are not results; −1 when the mark is in a row.</param>
/// <remarks><see cref="JobGrid.WithoutTruncationArtefacts"/> gives the grid without them.</remarks>
public sealed record GridTruncation(GridTruncationKind Kind, string Message, int Test, int Run);
