namespace CiFeatures.Decoding.Columns;

/// <summary>A cell and the name of its row.</summary>
/// <param name="Row">The row's name.</param>
/// <param name="Cell">The cell.</param>
internal readonly record struct NamedCell(string Row, ColumnCell Cell);
