namespace CiFeatures.Decoding.Api;

/// <summary>A note of a dashboard.</summary>
/// <param name="Summary">The text.</param>
/// <param name="ContextLink">Where there is more; may be empty.</param>
public sealed record ApiNotification(string Summary, string ContextLink);
