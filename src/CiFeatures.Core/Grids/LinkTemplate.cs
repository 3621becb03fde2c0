namespace CiFeatures.Core.Grids;

/// <summary>A link with placeholders.</summary>
/// <param name="Url">The address.</param>
/// <param name="Name">The name.</param>
/// <param name="Options">Query options, in published order of their keys.</param>
public sealed record LinkTemplate(string Url, string Name, IReadOnlyList<KeyValuePair<string, string>> Options);
