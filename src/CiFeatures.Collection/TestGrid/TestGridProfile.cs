namespace CiFeatures.Collection.TestGrid;

/// <summary>A well-known project on a TestGrid: where it is and which dashboards are its own.</summary>
/// <param name="Name">The profile's name.</param>
/// <param name="Description">What it is, for a person.</param>
/// <param name="Dashboards">Patterns of its dashboards.</param>
public sealed record TestGridProfile(string Name, string Description, IReadOnlyList<string> Dashboards)
{
    /// <summary>The profiles that there are. Both projects are on the TestGrid of Kubernetes, whose addresses are the defaults of <see cref="CollectOptions"/>.</summary>
    public static IReadOnlyList<TestGridProfile> All { get; } =
    [
        new("openshift", "Red Hat's dashboards: OpenShift's releases, operators and assisted installer", ["redhat-*"]),
        new("kubernetes", "the dashboards of the special interest and working groups, of conformance, and of the presubmits of Kubernetes", ["sig-*", "wg-*", "conformance-*", "presubmits-kubernetes-*"]),
    ];
}
