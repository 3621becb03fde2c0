namespace CiFeatures.Decoding.Columns;

/// <summary>A custom header of the columns (TestGrid's <c>column_header</c>).</summary>
/// <param name="Key">The metadata entry of <c>finished.json</c> whose value is shown. <see cref="Commit"/> falls back on the version that the build says it tested.</param>
/// <param name="Label">The name under which it is shown; empty = the key.</param>
/// <param name="ListAllValues">Whether columns that are merged show all their values, parted by "||"; if not, values that differ become "*".</param>
public sealed record ColumnHeading(string Key, string Label = "", bool ListAllValues = false)
{
    /// <summary>The key of the version that was tested.</summary>
    public const string Commit = "Commit";

    /// <summary>The name under which it is shown.</summary>
    public string Name => Label.Length > 0 ? Label : Key;
}
