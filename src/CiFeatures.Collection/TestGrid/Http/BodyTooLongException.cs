namespace CiFeatures.Collection.TestGrid.Http;

/// <summary>A body went on after the limit; no <see cref="IOException"/>, because repeating the request would not help.</summary>
internal sealed class BodyTooLongException : Exception;
