namespace CiFeatures.Decoding.Api;

/// <summary>An instance that a server of the API serves.</summary>
/// <param name="Directory">What it is configured with.</param>
/// <param name="Contents">Its grids and summaries.</param>
public sealed record ApiInstance(ApiDirectory Directory, IApiContents Contents);
