namespace CiFeatures.Decoding;

/// <summary>Stands for this assembly until it has its first type.</summary>
internal static class AssemblyMarker;
