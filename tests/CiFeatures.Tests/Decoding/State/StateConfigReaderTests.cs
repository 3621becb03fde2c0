using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.State;

namespace CiFeatures.Tests.Decoding.State;

public class StateConfigReaderTests
{
    [SkippableFact]
    public void Read_ConfigThatProtocMade_GivesDashboardsAndTabs()
    {
        StateConfig config = Read();

        StateDashboardGroup group = config.DashboardGroups.ShouldHaveSingleItem();
        (group.Name, group.Description).ShouldBe(("group", "all"));
        group.Dashboards.ShouldBe(["dash", "empty"]);
        config.Dashboards.Select(d => d.Name).ShouldBe(["dash", "empty"]);
        StateDashboard dashboard = config.Dashboards[0];
        (dashboard.DefaultTab, dashboard.Description, dashboard.HighlightToday, dashboard.DownplayFailingTabs).ShouldBe(("job-1", "a dashboard", true, true));
        StateTab tab = dashboard.Tabs[0];
        (tab.Name, tab.TestGroup, tab.ColumnsRecent).ShouldBe(("job-1", "group-1", 8));
        tab.BaseOptions.ShouldBe("include-filter-by-regex=Overall&width=10");
        (tab.StaleResultsHours, tab.FailuresToAlert, tab.PassesToDisableAlert).ShouldBe((24, 2, 1));
        (tab.BrokenColumnThreshold, tab.AnalyseHealth, tab.HealthDays).ShouldBe((0.5f, true, 14));
        (tab.MaxAcceptableFlakinessPct, tab.MinAcceptableRuns).ShouldBe((20f, 3));
        tab.IgnoredStatuses.ShouldBe([2, 4]);
        tab.OpenBugUrl.ShouldBe("https://bugs.example.org");
        dashboard.Tabs[1].StaleResultsHours.ShouldBeNull();
    }

    [SkippableFact]
    public void Read_ConfigThatProtocMade_GivesTestGroups()
    {
        StateConfig config = Read();

        StateTestGroup group = config.TestGroups[0];
        (group.Name, group.GcsPrefix, group.DaysOfResults, group.ColumnsRecent).ShouldBe(("group-1", "bucket/logs/group-1", 14, 6));
        (group.FailuresToAlert, group.PassesToDisableAlert, group.UseKubernetesClient, group.UserProperty).ShouldBe((3, 1, true, "up"));
        group.ColumnHeaders.ShouldBe(["Commit", "branch"]);
        (group.IgnoreOldResults, group.IgnoreSkip).ShouldBe((true, true));
        config.TestGroups[1].GcsPrefix.ShouldBe("other/logs/group-2");
        config.TestGroups[2].GcsPrefix.ShouldBe("");
    }

    [SkippableFact]
    public void Write_ConfigThatProtocMade_IsReadByProtocAsTheSame()
    {
        byte[] plain = Protoc.EncodeFile("config.proto", "made.config.Configuration", "config.txtpb");
        byte[] written = StateConfigWriter.Write(Read());

        Sorted(written).ShouldBe(Sorted(plain));
        StateConfigWriter.Write(StateConfigReader.Read(written, [])).ShouldBe(written);
    }

    [SkippableFact]
    public void Write_ChangedTab_KeepsWhatTheRecordDoesNotHave()
    {
        StateConfig config = Read();
        StateDashboard dashboard = config.Dashboards[0];
        StateTab tab = dashboard.Tabs[0] with { Name = "renamed", BaseOptions = "", StaleResultsHours = null, FailuresToAlert = null, PassesToDisableAlert = null };
        config = config with { Dashboards = [dashboard with { Tabs = [tab] }] };

        string after = Protoc.Decode("config.proto", "made.config.Configuration", StateConfigWriter.Write(config));

        after.ShouldContain("name: \"renamed\"");
        after.ShouldNotContain("alert_stale_results_hours");
        after.ShouldContain("tabular_names_regex: \"(.*)\"");
        after.ShouldContain("auto_file_bugs: true");
        after.ShouldContain("context_link: \"c\"");
    }

    [Fact]
    public void Read_NoBytes_IsAnEmptyConfiguration() => StateConfigReader.Read([], []).Dashboards.ShouldBeEmpty();

    [Fact]
    public void Read_Html_NamesTheByte()
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => StateConfigReader.Read("<html></html>"u8, []));

        error.Code.ShouldBe(DecodingCodes.DamagedState);
        error.Place.ShouldContain("byte ");
    }

    private static StateConfig Read()
    {
        List<DecodeIssue> issues = [];
        StateConfig config = StateConfigReader.Read(Protoc.EncodeFile("config.proto", "made.config.Configuration", "config.txtpb"), issues);
        issues.ShouldBeEmpty();
        return config;
    }

    private static string[] Sorted(byte[] bytes) =>
        [.. Protoc.Decode("config.proto", "made.config.Configuration", bytes).Split('\n').Select(l => l.Trim()).Order(StringComparer.Ordinal)];
}
