using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Reports;

namespace CiFeatures.Tests.Features.Artifacts.Reports;

public class EventReportTests
{
    [Fact]
    public void Events_OfTheNotebooksBuilds_HaveItsFigures()
    {
        EventReport report = Of(NotebookBuilds.Make());

        (report.BuildsWithEvents, report.KnownBuilds, report.Builds).ShouldBe((237, 242, 242));
        report.AvailablePct!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture).ShouldBe("97.93388429752066");
        report.PerBuild.Count.ShouldBe(237);
        report.PerBuild[0].Messages.ShouldBe(new MessageStatistics(482, 156, "the most frequent", 29));
        report.Overall.ShouldBe(new MessageStatistics(482 + 236, 157, "Pulled", 236));
        report.Messages[0].ShouldBe(new ValueCount("Pulled", 236, 236.0 / 718));
        report.Messages.Sum(m => m.Count).ShouldBe(718);
    }

    [Fact]
    public void Events_OfWhichSomeAreNotKnown_SayTheDenominators()
    {
        EventReport report = Of(BuildScene.Make());

        (report.BuildsWithEvents, report.KnownBuilds, report.Builds, report.PerBuild.Count).ShouldBe((2, 3, 4, 1));
        report.Reasons.ShouldBe([new("Created", 2, 2 / 3.0), new("BackOff", 1, 1 / 3.0)]);
        report.Components.ShouldHaveSingleItem().Value.ShouldBe("kubelet");
        report.Types.Select(t => t.Value).ShouldBe(["Normal", "Warning"]);
        report.PerBuild[0].Warnings.ShouldBe(1);
        report.Undated.ShouldBe(1);
    }

    [Fact]
    public void Events_OverTime_FallIntoPeriodsOfUtc()
    {
        EventReport byDay = Of(BuildScene.Make());
        EventReport byHour = Of(BuildScene.Make(), new EventReportOptions { Period = TimeSpan.FromHours(1) });

        byDay.Periods.ShouldBe([new(new DateTimeOffset(2021, 2, 25, 0, 0, 0, TimeSpan.Zero), 2, 1)]);
        byHour.Periods.ShouldBe([new(new DateTimeOffset(2021, 2, 25, 3, 0, 0, TimeSpan.Zero), 2, 1)]);
    }

    [Fact]
    public void Events_Normalised_CountVariantsAsOne()
    {
        MemoryBuilds builds = new MemoryBuilds().Add(new BuildRecord { Key = new("a", "1"), Files = [new BuildFile(BuildScene.Events, 5)] })
            .Add(new("a", "1"), BuildScene.Events, [BuildScene.Event("waited 1s", 0), BuildScene.Event("waited 22s", 0)]);

        Of(builds).Overall.Unique.ShouldBe(2);
        Of(builds, new EventReportOptions { Normalised = true }).Overall.ShouldBe(new MessageStatistics(2, 1, "waited <duration>", 2));
    }

    [Fact]
    public void Events_EmptyListAndEmptyFile_Differ()
    {
        MemoryBuilds builds = new MemoryBuilds()
            .Add(new BuildRecord { Key = new("a", "1"), Files = [new BuildFile(BuildScene.Events, 12)] })
            .Add(new("a", "1"), BuildScene.Events, Array.Empty<KubernetesEvent>())
            .Add(new BuildRecord { Key = new("a", "2"), Files = [new BuildFile(BuildScene.Events, 0)] });

        EventReport report = Of(builds);

        report.BuildsWithEvents.ShouldBe(1);
        report.PerBuild.ShouldHaveSingleItem().Messages.ShouldBe(new MessageStatistics(0, 0, null, null));
    }

    private static EventReport Of(MemoryBuilds builds, EventReportOptions? options = null) =>
        new BuildReports(builds.Plan(), null, CancellationToken.None).Events(options ?? new EventReportOptions());
}
