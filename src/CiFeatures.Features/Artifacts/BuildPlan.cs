using CiFeatures.Core.Builds;

namespace CiFeatures.Features.Artifacts;

/// <summary>Which builds of some snapshots are taken, each from the newest snapshot that has it.</summary>
public static class BuildPlan
{
    /// <summary>Lists the builds: jobs in ordinal order, newest build first.</summary>
    /// <param name="sources">The snapshots, oldest first.</param>
    /// <param name="jobs">Which jobs are taken; null = all.</param>
    /// <returns>Names only, so that memory does not grow with what builds hold.</returns>
    public static IReadOnlyList<PlannedBuild> Of(IReadOnlyList<BuildSource> sources, Func<string, bool>? jobs = null)
    {
        var plan = new List<PlannedBuild>();
        foreach (string job in new SortedSet<string>(sources.SelectMany(s => s.Reader.BuildJobs).Where(j => jobs?.Invoke(j) ?? true), StringComparer.Ordinal))
        {
            var newest = new Dictionary<string, BuildSource>(StringComparer.Ordinal);
            foreach (BuildSource source in sources)
            {
                foreach (string build in source.Reader.Builds(job))
                {
                    newest[build] = source;
                }
            }

            plan.AddRange(newest
                .OrderBy(b => b.Key, NaturalOrder.Descending)
                .Select(b => new PlannedBuild(b.Value, new BuildKey(job, b.Key))));
        }

        return plan;
    }
}
