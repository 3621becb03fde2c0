namespace CiFeatures.Decoding.Api;

/// <summary>A link with its text, as menus of a tab have them.</summary>
/// <param name="Text">The text.</param>
/// <param name="Url">The address, or a template of one.</param>
public sealed record ApiLink(string Text, string Url);
