using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.State;

/// <summary>Texts of messages, where an empty one and none are the same.</summary>
internal static class StateTexts
{
    /// <summary>A text that is absent when it is empty.</summary>
    /// <param name="text">The text; null = none.</param>
    public static Published<string> Optional(string? text) => string.IsNullOrEmpty(text) ? default : Published<string>.Of(text);
}
