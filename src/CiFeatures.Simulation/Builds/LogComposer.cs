using System.Globalization;
using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Model;
using CiFeatures.Simulation.Truth;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation.Builds;

/// <summary>Writes the build log of a run: a pipeline that takes images, leases a cloud, runs steps, and says at its end how it went.</summary>
/// <remarks>
/// Measured over one job's 242 logs: 111 to 120 lines in the middle half, 2 at least, 21,291 at most, with a mean of 723: a few logs carry the
/// output of all tests. Words are the simulator's own; logs of builds that pass have warnings and errors too, so that these alone explain nothing.
/// </remarks>
internal sealed class LogComposer
{
    private const double WordyShare = 0.04;
    private const int MostLoudTests = 20_000;
    private readonly BuildPlan _build;
    private readonly ChanceStream _chance;
    private readonly LogText _log;
    private DateTimeOffset _now;

    private LogComposer(BuildPlan build)
    {
        _build = build;
        _chance = new ChanceStream(StreamKey.Of(build.Key, 31));
        _log = new LogText(build.Started);
        _now = build.Started;
    }

    /// <summary>The log.</summary>
    public static LogText Compose(BuildPlan build)
    {
        LogComposer composer = new(build);
        composer.Compose();
        return composer._log;
    }

    private void Compose()
    {
        Info($"pipeline runner v{_build.Started.UtcDateTime:yyyyMMdd}-{MessageComposer.Hex(_chance, 9)}");
        Info($"Reading the configuration of simulated/platform@main for {_build.Job}");
        if (_build.Run.Incident == IncidentKind.NoResults)
        {
            EndBeforeTests();
            return;
        }

        Info($"The namespace is {BuildDocuments.Namespace(_build)} on {BuildDocuments.Cluster(_build)}");
        foreach (string component in Vocabulary.Operators)
        {
            Info($"Tag stable:{component} was taken over from the release, sha256:{MessageComposer.Hex(_chance, 16)}{MessageComposer.Hex(_chance, 16)}");
        }

        Info("Everything that the steps need is imported");
        Info($"Waiting for a lease of {_build.Job.Split('-')[^1]}-quota-slice");
        Info($"Got the lease {_chance.Pick(Vocabulary.Clouds)}-{1 + _chance.NextIndex(40)} after {1 + _chance.NextIndex(50)}s");
        RunSteps();
        EndAfterSteps();
    }

    private void EndBeforeTests()
    {
        _now = _build.Finished;
        if (_chance.Hits(0.5))
        {
            _log.Plain($"error: the configuration could not be read: the resolver answered 404: there is no variant {MessageComposer.Hex(_chance, 6)} of simulated/platform@main", "configuration");
            Report("loading_configuration:resolver");
            return;
        }

        Info($"Waiting for a lease of {_chance.Pick(Vocabulary.Clouds)}-quota-slice");
        Error($"No lease within {60 + _chance.NextIndex(60)}m: all {20 + _chance.NextIndex(60)} slices are taken", "lease");
        _log.Plain("error: some steps failed:", null);
        _log.Plain("  * could not run the steps: no lease was given out", "lease");
        Report("acquiring_lease:none_left");
    }

    private void RunSteps()
    {
        BuildCell[] steps = [.. _build.Cells.Where(c => c.Test.Group == TestGroup.Step)];
        for (int i = 0; i < steps.Length; i++)
        {
            _now = _build.Started.AddMilliseconds(_build.Run.DurationMs * (i + 1.0) / (steps.Length + 1));
            BuildCell step = steps[i];
            string name = $"{JobNameComposer.ShortName(_build.Job)}-{Vocabulary.Steps[step.Test.Step]}";
            Info($"Step {name} begins");
            Murmur();
            if (step.Test.Step == JobTests.TestStep)
            {
                WriteTests();
            }

            string took = $"{_chance.NextIndex(90)}m{_chance.NextIndex(60)}s";
            if (!step.Failed)
            {
                Info($"Step {name} ended well after {took}");
                continue;
            }

            WriteWhy(step);
            Error($"Step {name} failed after {took}", "step");
        }

        // Where the grid has no row of a test step, the tests ran all the same.
        if (!Array.Exists(steps, s => s.Test.Step == JobTests.TestStep) && _build.Run.Incident != IncidentKind.InstallFailure)
        {
            WriteTests();
        }
    }

    private void WriteWhy(BuildCell step)
    {
        if (step.Test.Step == JobTests.InstallStep && _build.Run.Incident == IncidentKind.InstallFailure)
        {
            string[] waiting = [_chance.Pick(Vocabulary.Operators), _chance.Pick(Vocabulary.Operators)];
            _log.Plain("level=info msg=Waiting up to 40m0s for the cluster to initialize");
            _log.Plain($"level=error msg=Operator {waiting[0]} is degraded: 0 of 3 replicas answer", "installation");
            _log.Plain($"level=error msg=Operator {waiting[1]} is not there yet", "installation");
            _log.Plain($"level=fatal msg=The cluster did not initialize: {waiting[0]} and {waiting[1]} are not up", "installation");
        }
        else if (_build.Run.Incident == IncidentKind.Cut && step.Test.Step == JobTests.TestStep)
        {
            Error("The process did not end within its time of 3h0m0s and is stopped", "time_limit");
        }
        else if (step.Test.Step != JobTests.TestStep)
        {
            _log.Plain(LogText.WithoutCount(step.Message), "step");
        }
    }

    private void WriteTests()
    {
        BuildCell[] tests = [.. _build.Cells.Where(c => c.Test.Group > TestGroup.Step)];
        int most = _chance.Hits(WordyShare) ? MostLoudTests : 20 + _chance.NextIndex(12);
        if (_build.Run.Incident == IncidentKind.MassFailure)
        {
            _log.Plain($"E{_now.UtcDateTime:MMdd HH:mm:ss} lookup api.{BuildDocuments.Namespace(_build)}.sim.example: no such host, asked {3 + _chance.NextIndex(20)} times", "infrastructure");
            _log.Plain("error: the cluster's address cannot be looked up; tests that need it fail together", "infrastructure");
        }

        int done = 0;
        foreach (BuildCell test in tests.Where(t => !t.Failed).Take(most))
        {
            done++;
            string verb = test.Status switch { CellStatus.PassWithSkips => "skipped", CellStatus.Flaky => "passed at last", _ => "passed" };
            _log.Plain(string.Create(CultureInfo.InvariantCulture, $"{verb}: ({test.Seconds ?? 0:0.0}s) {done}/{tests.Length} \"{test.Name}\""));
        }

        BuildCell[] failed = [.. tests.Where(t => t.Failed)];
        foreach (BuildCell test in failed)
        {
            _log.Plain($"failed: ({_chance.NextIndex(600)}.{_chance.NextIndex(10)}s) \"{test.Name}\"", "test");
            _log.Plain(LogText.WithoutCount(test.Message), "test");
            _log.Plain("");
        }

        if (failed.Length > 0)
        {
            _log.Plain($"error: {failed.Length} of {tests.Length} tests failed, {tests.Count(t => t.Status == CellStatus.Flaky)} passed at the second attempt", "test");
        }
        else
        {
            _log.Plain($"{tests.Length} tests, none failed");
        }
    }

    private void EndAfterSteps()
    {
        _now = _build.Finished;
        Info("Releasing the lease");
        Info("The namespace will be removed in an hour");
        if (_build.Passed)
        {
            Info($"Ran for {_build.Run.DurationMs / 60_000}m{_build.Run.DurationMs / 1000 % 60}s");
            Report(null);
            return;
        }

        if (_log.Explanations.Count == 0)
        {
            Error($"The artifacts of {_chance.Pick(Vocabulary.Steps)} could not be uploaded: the bucket answered 403 {3 + _chance.NextIndex(4)} times", "cleanup");
        }

        _log.Plain("error: some steps failed:");
        _log.Plain($"  * could not run the steps: {_log.Explanations[^1].Reason} of {JobNameComposer.ShortName(_build.Job)} did not go well", "step");
        Report("executing_steps:" + _log.Explanations[0].Reason);
    }

    // Noise that passing and failing builds share.
    private void Murmur()
    {
        switch (_chance.NextIndex(9))
        {
            case 0:
                _log.Warn(_now, $"A pod waits for {1 + _chance.NextIndex(9)}m because no node is free");
                break;
            case 1:
                _log.Plain($"warning: {_chance.NextIndex(30)} files were left out because they changed while they were read");
                break;
            case 2:
                _log.Plain($"error: the cache at 10.0.{_chance.NextIndex(255)}.{_chance.NextIndex(255)} did not answer and is done without");
                break;
            case 3:
                Info($"Retrying the upload of {_chance.NextIndex(400)} kB");
                break;
            default:
                break;
        }
    }

    private void Report(string? reason) => _log.Plain(
        $"time=\"{BuildDocuments.Time(_now)}\" level=info msg=\"" + (reason is null ? "The job is reported as 'succeeded'" : $"The job is reported as 'failed' with '{reason}'") + "\"");

    private void Info(string text)
    {
        _log.Info(_now, text);
        _now = _now.AddSeconds(_chance.NextIndex(2));
    }

    private void Error(string text, string explains) => _log.Error(_now, text, explains);
}
