using CiFeatures.Collection.TestGrid.Http;

namespace CiFeatures.Collection.TestGrid;

/// <summary>What a collection takes, and how.</summary>
public sealed record CollectOptions
{
    /// <summary>The dashboards, by their published names; one that is named twice counts once.</summary>
    public required IReadOnlyList<string> Dashboards { get; init; }

    /// <summary>How the service is treated.</summary>
    public required PoliteHttpOptions Http { get; init; }

    /// <summary>The legacy site.</summary>
    /// <value><c>https://testgrid.k8s.io</c> by default.</value>
    public Uri Site { get; init; } = new("https://testgrid.k8s.io");

    /// <summary>Patterns with <c>*</c> and <c>?</c>; a job that matches one of them is taken.</summary>
    /// <value>Empty by default: all jobs.</value>
    public IReadOnlyList<string> JobPatterns { get; init; } = [];

    /// <summary>After how many answers in a row that could not be had the others are not asked for any more.</summary>
    /// <value>3 by default.</value>
    public int MaxFailuresInARow { get; init; } = 3;
}
