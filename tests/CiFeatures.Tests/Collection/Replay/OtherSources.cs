using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Api;
using CiFeatures.Decoding.State;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Tests.Collection.Replay;

/// <summary>Snapshots that have one job from the v1 API or from the bucket only.</summary>
internal static class OtherSources
{
    public const string Group = "some-group";

    public static readonly JobKey Key = new("dash", "My Job");

    public static JobGrid Grid => TableAnswerReader.Read(Encoding.UTF8.GetBytes(AnswerTexts.TableOf("job", "Overall", "one", "two")), Key, []);

    public static DashboardSummary Summary => SummaryAnswerReader.Read(Encoding.UTF8.GetBytes(AnswerTexts.Summary(Key.Dashboard, Key.Job)), Key.Dashboard, []);

    public static byte[] Config => StateConfigWriter.Write(new StateConfig
    {
        Dashboards = [new StateDashboard { Name = Key.Dashboard, Tabs = [new StateTab { Name = Key.Job, TestGroup = Group }] }],
        TestGroups = [new StateTestGroup { Name = Group }],
    });

    public static string CellsOf(JobGrid grid) =>
        string.Join(';', grid.Tests.Select((t, i) => $"{t.Name}:{string.Join(',', grid.Row(i).ToArray().Select(c => (int)c))}"));

    public static void Write(SnapshotStore store, SnapshotFileKind source)
    {
        using SnapshotWriter writer = store.Create(new SnapshotSource("test", "here"));
        var paths = new AnswerPaths([], [Key]);
        switch (source)
        {
            case SnapshotFileKind.ApiRows:
                writer.Write(AnswerPaths.ApiDashboards, "{\"dashboards\": [{\"name\":\"dash\", \"link\":\"/dashboards/dash\"}] }"u8);
                writer.Write(paths.ApiTabSummaries(Key.Dashboard), ApiAnswerWriter.TabSummaries(Summary));
                writer.Write(paths.ApiHeaders(Key), ApiAnswerWriter.Headers(Grid));
                writer.Write(paths.ApiRows(Key), ApiAnswerWriter.Rows(Grid));
                break;
            default:
                writer.Write(AnswerPaths.StateConfig, Config);
                writer.Write(paths.StateSummary(Key.Dashboard), StateSummaryWriter.Write(Summary));
                writer.Write(source == SnapshotFileKind.StateTab ? paths.StateTab(Key) : paths.StateGroup(Key), StateGridWriter.Write(Grid));
                break;
        }

        writer.Complete();
    }
}
