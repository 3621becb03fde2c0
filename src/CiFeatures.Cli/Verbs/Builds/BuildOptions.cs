using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Features.Artifacts;

namespace CiFeatures.Cli.Verbs.Builds;

/// <summary>The options that name a store, a snapshot, and the builds of some jobs in it.</summary>
internal sealed class BuildOptions
{
    private readonly StoreOptions _store = new();

    public Option<string> From => _store.From;

    public Option<string> Snapshot => _store.Snapshot;

    public Option<string[]> Jobs { get; } = new("--job") { Description = "Only jobs that match; * and ? may be used, and the option may be repeated.", HelpName = "GLOB" };

    public Option<string> Job { get; } = new("--job") { Description = "The Prow job, by its name.", Required = true, HelpName = "NAME" };

    /// <summary>Lists the builds of the jobs that match.</summary>
    public IReadOnlyList<PlannedBuild> PlanMany(VerbContext context)
    {
        string[]? globs = context.Get(Jobs);
        return Plan(context, name => Globs.Match(globs, name));
    }

    /// <summary>Lists the builds of the named job.</summary>
    public IReadOnlyList<PlannedBuild> PlanOne(VerbContext context)
    {
        string job = context.Get(Job)!;
        return Plan(context, name => name == job);
    }

    private IReadOnlyList<PlannedBuild> Plan(VerbContext context, Func<string, bool> jobs)
    {
        IReadOnlyList<BuildSource> sources = BuildSources.Of(_store.OpenSnapshots(context));
        IReadOnlyList<PlannedBuild> plan = BuildPlan.Of(sources, jobs);
        return plan.Count > 0 ? plan : throw BuildErrors.None(context.PathOf(From), [.. sources.SelectMany(s => s.Reader.BuildJobs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
