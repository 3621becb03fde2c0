using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Decoding.TableAnswers;
using CiFeatures.Features.Judgement;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Answers;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation;

/// <summary>The simulator writes and judges by code of its own. Readers and rules of the other projects, written from the same facts, must agree with it.</summary>
public class AgreementTests
{
    [Theory]
    [InlineData(ServiceEra.Winter2021, OddityLevel.Real)]
    [InlineData(ServiceEra.Summer2021, OddityLevel.All)]
    [InlineData(ServiceEra.Year2022, OddityLevel.None)]
    public void JobJudge_SimulatedAnswers_AgreesOnAlertsStatusAndText(ServiceEra era, OddityLevel oddities)
    {
        SimulatedRun run = SimulatedRun.Of(SimulationOptions.For(SimulationPreset.Small, 41) with { Era = era, Oddities = oddities, JobsPerDashboard = [2, 12] });
        int alerts = 0;
        foreach (SimulatedAnswer answer in run.Sink.Snapshots[0].Order.Where(answer => !answer.IsSummary))
        {
            JobGrid grid = Read(run, answer);
            JobJudgement judged = JobJudge.Judge(grid, new JudgementOptions { Alerts = new AlertSettings { UseCommitAsBuildId = true } });
            JobSummary published = Summary(run, answer.Dashboard).Jobs.Single(job => job.Job == answer.Job);

            (era == ServiceEra.Year2022 && grid.Runs.Count > 0 ? judged.StatusTextWithPrefix : judged.StatusText).ShouldBe(published.StatusText.ValueOr("-"), answer.Job);
            judged.OverallStatusName.ShouldBe(published.OverallStatus.ValueOr("-"), answer.Job);
            judged.LatestGreen.ShouldBe(published.LatestGreen.ValueOr("-"), answer.Job);
            judged.StaleTests.ShouldBe(grid.Info.StaleTestCount.ValueOr(-1), answer.Job);
            judged.OpenAlerts.ShouldBe(published.Alerts.Count, answer.Job);
            for (int test = 0; test < grid.Tests.Count; test++)
            {
                RowAlert? told = grid.Tests[test].Alert;
                AlertInfo? found = judged.Alerts[test];
                (found?.FailCount).ShouldBe(told?.FailCount, grid.Tests[test].Name);
                (found?.FailTime?.ToDateTimeOffset().ToUnixTimeMilliseconds()).ShouldBe(told?.FailTimeMs, grid.Tests[test].Name);
                (found?.PassTime?.ToDateTimeOffset().ToUnixTimeMilliseconds()).ShouldBe(told?.PassTimeMs, grid.Tests[test].Name);
                alerts += told is null ? 0 : 1;
            }
        }

        alerts.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(ServiceEra.Autumn2020)]
    [InlineData(ServiceEra.Winter2021)]
    [InlineData(ServiceEra.Summer2021)]
    [InlineData(ServiceEra.Year2022)]
    public void TableAnswerReader_SimulatedAnswers_ReadsTheSameCells(ServiceEra era)
    {
        SimulatedRun run = SimulatedRun.Of(SimulatedRun.Little(43) with { Era = era, Oddities = OddityLevel.All, JobsPerDashboard = [1, 6] });
        foreach (SimulatedAnswer answer in run.Sink.Snapshots[0].Order.Where(answer => !answer.IsSummary))
        {
            PlainTable plain = run.Table(answer.Dashboard, answer.Job!);
            JobGrid grid = Read(run, answer);

            grid.Tests.Count.ShouldBe(answer.Tests!.Value);
            grid.Runs.Builds.ShouldBe(plain.Builds);
            grid.Runs.TimesMs.ToArray().ShouldBe(plain.Times);
            grid.Tests.Select(test => test.Name).ShouldBe(plain.Rows.Select(row => row.Name));
            for (int test = 0; test < plain.Rows.Length; test++)
            {
                grid.Row(test).ToArray().Select(cell => (int)cell).ShouldBe(plain.Rows[test].Cells);
            }
        }
    }

    private static JobGrid Read(SimulatedRun run, SimulatedAnswer answer)
    {
        var issues = new List<DecodeIssue>();
        JobGrid grid = TableAnswerReader.Read(run.Sink.Snapshots[0].Answers[string.Join('\n', answer.PathParts)], new JobKey(answer.Dashboard, answer.Job!), issues);
        issues.ShouldBeEmpty(string.Join('\n', issues));
        return grid;
    }

    private static DashboardSummary Summary(SimulatedRun run, string dashboard)
    {
        var issues = new List<DecodeIssue>();
        DashboardSummary summary = SummaryAnswerReader.Read(run.Sink.Snapshots[0].Answers[dashboard + "\nsummary.json"], dashboard, issues);
        issues.ShouldBeEmpty();
        return summary;
    }
}
