using CiFeatures.Features.Artifacts.Builds;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts;

/// <summary>The columns that name a build, alike in all tables about builds.</summary>
internal static class BuildKeyColumns
{
    public static FeatureColumns<TRow> Begin<TRow>(bool withSnapshot, Func<TRow, BuildContext> build)
    {
        var columns = new FeatureColumns<TRow>();
        if (withSnapshot)
        {
            columns.Text("snapshot", "Id of the snapshot that the row was computed from, the newest that has the build; only there when several snapshots were asked for", r => build(r).Snapshot);
        }

        return columns
            .Text("job", "The Prow job's name, as the build's folder in the bucket has it; in runs it is the job where TestGrid's tab is named after the Prow job", r => build(r).Record.Key.Job)
            .Text("build", "The build id; text, since ids have up to 19 digits. Joins with runs.build", r => build(r).Record.Key.Build);
    }
}
