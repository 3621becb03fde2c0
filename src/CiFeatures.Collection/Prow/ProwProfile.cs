namespace CiFeatures.Collection.Prow;

/// <summary>Where a well-known project keeps its builds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bucket">The bucket.</param>
/// <param name="FormerBucket">What the bucket was called in older addresses; null where it always had this name.</param>
/// <param name="Gcsweb">The project's gcsweb.</param>
public sealed record ProwProfile(string Name, string Bucket, string? FormerBucket, Uri Gcsweb)
{
    /// <summary>The profiles.</summary>
    public static IReadOnlyList<ProwProfile> All { get; } =
    [
        new("openshift", "test-platform-results", "origin-ci-test", new Uri("https://gcsweb-ci.apps.ci.l2s4.p1.openshiftapps.com")),
        new("kubernetes", "kubernetes-ci-logs", "kubernetes-jenkins", new Uri("https://gcsweb.k8s.io")),
    ];
}
