namespace CiFeatures.Core.Builds;

/// <summary>What the name of a JUnit file says. Parts that it does not have are empty.</summary>
/// <param name="Context">The first part after "junit_", or all between "junit" and ".xml" where the name has another form.</param>
/// <param name="Timestamp">The part of the form <c>20180102-1234</c>.</param>
/// <param name="Thread">The number at the end.</param>
public sealed record JUnitFileName(string Context, string Timestamp, string Thread);
