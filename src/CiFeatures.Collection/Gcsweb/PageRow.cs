namespace CiFeatures.Collection.Gcsweb;

/// <summary>A link of a page and the texts after it, up to the next link.</summary>
/// <param name="Href">Where it leads, as the page writes it.</param>
/// <param name="Text">What stands in it, without white space around.</param>
/// <param name="After">The texts after it that are not empty, the first few.</param>
internal sealed record PageRow(string Href, string Text, IReadOnlyList<string> After);
