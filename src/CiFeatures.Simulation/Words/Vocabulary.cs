namespace CiFeatures.Simulation.Words;

/// <summary>The words that names are composed of. Tags such as <c>[sig-storage]</c> are the public vocabulary of Kubernetes; the rest was made up for the simulator.</summary>
internal static class Vocabulary
{
    /// <summary>Tags of interest groups with their measured weight (rows in one release, in thousands).</summary>
    public static readonly (string Tag, double Weight)[] Groups =
    [
        ("sig-storage", 20.9), ("sig-api-machinery", 7.9), ("sig-node", 7.0), ("sig-network", 6.4), ("sig-apps", 5.0), ("sig-cli", 4.2),
        ("sig-auth", 4.1), ("sig-builds", 2.0), ("sig-imageregistry", 1.3), ("sig-instrumentation", 0.9), ("sig-arch", 0.9), ("sig-devex", 0.7),
        ("sig-operator", 0.5), ("sig-scheduling", 0.4), ("sig-cluster-lifecycle", 0.4), ("sig-etcd", 0.1), ("sig-autoscaling", 0.1),
    ];

    public static readonly string[] Drivers = ["block-sim", "file-sim", "local-dir", "memory-dir", "share-sim", "cloud-disk-sim", "object-sim", "ring-sim"];

    public static readonly string[] Patterns =
    [
        "Dynamic PV (default fs)", "Dynamic PV (block volmode)", "Pre-provisioned PV (default fs)", "Pre-provisioned PV (block volmode)",
        "Inline-volume (default fs)", "Ephemeral-volume (default fs)", "Dynamic Snapshot (delete policy)", "Dynamic PV (ext4)",
    ];

    public static readonly string[] VolumeSubjects = ["In-tree Volumes", "CSI Volumes", "Local Volumes", "Attached Volumes"];

    public static readonly string[] VolumeAspects = ["subPath", "volumeMode", "provisioning", "volumes", "multiVolume", "snapshottable", "topology", "expansion"];

    public static readonly string[] Subjects =
    [
        "Admission chain", "Batch queue", "Build strategy", "Canary rollout", "Certificate rotation", "Cluster quota", "Config bundle", "Console session",
        "Container lifecycle", "Daemon placement", "Deployment history", "Disk pressure", "Endpoint mirror", "Event recorder", "Image promotion",
        "Image stream layers", "Ingress listener", "Job tracker", "Lease holder", "Log forwarder", "Machine pool", "Metrics scraper", "Namespace sweeper",
        "Network policy engine", "Node drain", "Node heartbeat", "Object watcher", "Patch merger", "Pod affinity", "Pod preemption", "Pod sandbox",
        "Probe scheduler", "Registry mirror", "Replica balancer", "Role binding", "Route table", "Secret projection", "Service mesh gate",
        "Service session", "Stateful set ordering", "Template instance", "Token review", "Volume binder", "Webhook timeout", "Workload partition",
    ];

    public static readonly string[] Conditions =
    [
        "when the controller restarts", "after the node rejoins", "under a strict quota", "with a read-only root", "in a dual stack cluster", "with two replicas",
        "without a default class", "while the leader changes", "from an unprivileged user", "across three zones", "with mixed label selectors",
        "when the source is removed first", "with an expired token", "over a slow link", "for a paused rollout", "with nested owners",
    ];

    public static readonly string[] Verbs =
    [
        "accept", "adopt", "apply", "block", "cancel", "clean up", "complete", "count", "create and delete", "deliver", "detect", "drain", "expire", "expose",
        "finish", "keep", "label", "list and watch", "merge", "mirror", "mount", "observe", "patch", "preserve", "recover", "reject", "release", "remove",
        "report", "resize", "restart", "retry", "return", "roll back", "rotate", "schedule", "serve", "start", "sync", "update",
    ];

    public static readonly string[] Objects =
    [
        "a batch of objects with finalizers", "a config map larger than one page", "a custom resource and its status", "a daemon on every worker", "a job that has no parallelism",
        "a mapped key as an environment variable", "a pod with an init step", "a quota for best effort work", "a rollout with history", "a route with an edge certificate",
        "a secret of another namespace", "a service over both protocols", "a set of pods in order", "a snapshot of a bound claim", "a stream of watch events", "a token with a bounded lifetime",
        "an alias of an external name", "an empty selector", "an image by its digest", "an object with a stale version", "claims that are still in use", "headers that the proxy adds",
        "metrics of a finished container", "orphans left by a failed build", "requests beyond the allowed rate", "the exit code of the last container", "the limits of the node", "the previous revision of a template",
        "traffic to the remaining endpoints", "two writers on the same volume",
    ];

    public static readonly string[] Features = ["Adoption", "Builds", "Dedicated", "Mirroring", "Preview", "Quota", "Routing", "Rollouts", "Watchlists", "Zones"];

    public static readonly string[] Operators =
    [
        "archive", "beacon", "billing-gate", "cellar", "clockwork", "compass", "courier", "dispatch", "ferry", "gatekeeper", "granary", "harbor", "keystone-sim",
        "lamplight", "ledger", "lookout", "mason", "notary", "orchard", "pantry", "pilot", "quarry", "relay", "roster", "scribe", "signal", "steward", "treasury",
        "warden", "waystation",
    ];

    public static readonly string[] OperatorConditions = ["Available", "Degraded", "Progressing"];

    public static readonly string[] Symptoms =
    [
        "Cloud quota exceeded", "Clock drift on a node", "Disk filled up", "Image pull throttled", "Kernel lockup", "Load balancer not ready", "Name lookup timed out",
        "Node ran out of memory", "Registry unreachable",
    ];

    public static readonly string[] Steps =
    [
        "lease-acquire", "ipi-conf", "ipi-conf-sim", "ipi-conf-network", "rbac-setup", "ipi-install-monitoring", "ipi-install-install", "ipi-install-times",
        "e2e-warmup", "e2e-test", "gather-console", "gather-audit-logs", "gather-extra", "gather-must-gather", "ipi-deprovision", "lease-release",
    ];

    public static readonly string[] Clouds = ["aws", "azure", "gcp", "metal-ipi", "openstack", "ovirt", "vsphere"];

    public static readonly string[] Flavours =
    [
        "", "compact", "csi", "fips", "mirrors", "network-live", "ovn", "ovn-local", "proxy", "rt", "serial", "shared-vpc", "single-node", "upgrade", "upgrade-rollback", "upi", "workers",
    ];

    public static readonly string[] Files =
    [
        "apply.go", "binding.go", "builds.go", "claims.go", "drain.go", "events.go", "images.go", "leases.go", "limits.go", "metrics.go", "quota.go", "rollout.go", "routes.go",
        "sandbox.go", "sessions.go", "volumes.go", "watch.go",
    ];
}
