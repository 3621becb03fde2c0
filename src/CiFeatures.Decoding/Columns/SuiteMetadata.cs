using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Columns;

/// <summary>What the name of a JUnit file says, as names of rows can have it.</summary>
internal static class SuiteMetadata
{
    /// <summary>The parts by the names under which formats of names know them.</summary>
    /// <param name="name">The parsed name.</param>
    public static IReadOnlyDictionary<string, string> Of(JUnitFileName name) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Context"] = name.Context,
        ["Timestamp"] = name.Timestamp,
        ["Thread"] = name.Thread,
    };
}
