namespace CiFeatures.Collection.TestGrid;

/// <summary>Where a TestGrid's grids are taken from.</summary>
public enum TestGridSourceKind
{
    /// <summary>The first that answers: the legacy site, then the API, then the bucket.</summary>
    Auto,

    /// <summary>The pages and JSON answers of the site; the only source with everything the site shows, durations included.</summary>
    Legacy,

    /// <summary>The v1 HTTP API; without durations.</summary>
    Api,

    /// <summary>The objects in the bucket that site and API read themselves.</summary>
    State,
}
