using System.Buffers;
using System.Text.Json;
using CiFeatures.Simulation.Answers;
using CiFeatures.Simulation.Builds;
using CiFeatures.Simulation.Model;
using CiFeatures.Simulation.Publishing;
using CiFeatures.Simulation.Truth;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation;

/// <summary>Makes TestGrid answers that look like recorded ones, together with the truth about them.</summary>
/// <remarks>Memory holds one job at a time. Same options: same bytes, on every machine.</remarks>
public static class Simulator
{
    /// <summary>The version of the model; it changes when the same options give other bytes.</summary>
    public const string ModelVersion = "1";

    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true };

    /// <summary>Runs a simulation: snapshot by snapshot, oldest first, in each dashboard by dashboard and job by job, the summary after its jobs.</summary>
    /// <param name="options">What to simulate.</param>
    /// <param name="answers">Takes the answers.</param>
    /// <param name="truth">Takes the truth, while the newest snapshot is made.</param>
    /// <param name="progress">Hears of each finished job; may be null.</param>
    /// <param name="cancellation">Ends the simulation between two jobs.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">An option is bad (<see cref="SimulationErrors.BadOption"/>) or asks for too much (<see cref="SimulationErrors.TooLarge"/>).</exception>
    /// <exception cref="OperationCanceledException">The simulation was cancelled; the sinks got no end.</exception>
    public static SimulationResult Run(
        SimulationOptions options,
        IAnswerSink answers,
        ITruthSink truth,
        IProgress<SimulationProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        OptionsCheck.Require(options);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(truth);
        OptionsCheck.RequireBuildSink(options, answers);
        var pass = new Pass(options, answers, truth, progress, cancellation);
        truth.Begin(options, ModelVersion);
        for (int back = options.Snapshots - 1; back >= 0; back--)
        {
            DateTimeOffset takenAt = options.End - (back * options.SnapshotSpacing);
            answers.BeginSnapshot(takenAt);
            pass.Snapshot(takenAt.ToUnixTimeMilliseconds(), isNewest: back == 0);
            answers.EndSnapshot();
        }

        SimulationResult result = pass.Result();
        truth.End(result);
        return result;
    }

    private sealed class Pass(SimulationOptions options, IAnswerSink answers, ITruthSink truth, IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        private readonly ArrayBufferWriter<byte> _buffer = new(1 << 20);
        private readonly GridViewBuilder _views = new(options);
        private readonly TableAnswerWriter _tables = new(options);
        private readonly int _jobs = options.JobsPerDashboard.Sum();
        private int _jobsDone;
        private int _tableCount;
        private long _rows;
        private long _columns;
        private long _cells;
        private long _alerts;
        private readonly HashSet<string> _jobsWithBuilds = new(StringComparer.Ordinal);
        private long _bytes;
        private int _builds;
        private long _buildBytes;

        public void Snapshot(long takenMs, bool isNewest)
        {
            _jobsWithBuilds.Clear();
            for (int d = 0; d < options.Dashboards.Count; d++)
            {
                string dashboard = options.Dashboards[d];
                var catalogue = new Catalogue(options.Seed, JobNameComposer.ReleaseOf(dashboard), options.Oddities);
                IReadOnlyList<string> jobs = JobNameComposer.Compose(options.Seed, dashboard, options.JobsPerDashboard[d], options.Oddities);
                var entries = new List<SummaryEntry>(jobs.Count);
                for (int j = 0; j < jobs.Count; j++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    entries.Add(Job(JobPlanner.Plan(options, dashboard, jobs[j], j, catalogue), takenMs, isNewest));
                    progress?.Report(new SimulationProgress(dashboard, jobs[j], ++_jobsDone, _jobs * options.Snapshots));
                }

                Write(new SimulatedAnswer(dashboard, Job: null), json => SummaryAnswerWriter.Write(json, dashboard, entries, options, takenMs));
            }
        }

        public SimulationResult Result() => new()
        {
            Dashboards = options.Dashboards.Count,
            Jobs = _jobs,
            Tables = _tableCount,
            Rows = _rows,
            Columns = _columns,
            Cells = _cells,
            Alerts = _alerts,
            Bytes = _bytes,
            Builds = _builds,
            BuildBytes = _buildBytes,
        };

        private SummaryEntry Job(JobPlan plan, long takenMs, bool isNewest)
        {
            byte[][] cells = CellModel.Fill(plan, options.Era);
            GridView view = _views.Build(plan, cells, takenMs);
            if (!plan.Oddities.NoTable)
            {
                Write(new SimulatedAnswer(plan.Dashboard, plan.Job) { Tests = view.Rows.Count, Runs = view.Columns.Length }, json => _tables.Write(json, view));
                Count(view);
            }

            if (isNewest)
            {
                TruthTeller.Tell(plan, truth);
            }

            // A folder of the bucket is a job's, and a name with a slash would be two folders.
            if (options.BuildsPerJob > 0 && !plan.Job.Contains('/', StringComparison.Ordinal) && _jobsWithBuilds.Add(plan.Job))
            {
                Builds(view, isNewest);
            }

            return SummaryEntry.Of(view, options.Era);
        }

        private void Builds(GridView view, bool isNewest)
        {
            var told = new List<BuildTruth>();
            foreach (BuildPlan plan in BuildPlanner.Newest(view, options.Era, options.BuildsPerJob))
            {
                cancellation.ThrowIfCancellationRequested();
                (SimulatedBuild build, BuildTruth about) = BuildMaker.Make(plan);
                ((IBuildSink)answers).Write(build);
                told.Add(about);
                _builds++;
                _buildBytes += build.Files.Sum(f => (long)f.Value.Length);
            }

            if (isNewest)
            {
                truth.WriteBuilds(told);
            }
        }

        private void Count(GridView view)
        {
            _tableCount++;
            _rows += view.Rows.Count;
            _columns += view.Columns.Length;
            _cells += (long)view.Rows.Count * view.Columns.Length;
            _alerts += view.Rows.Count(row => row.Outage is not null);
        }

        private void Write(SimulatedAnswer answer, Action<Utf8JsonWriter> write)
        {
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer, Compact))
            {
                write(json);
            }

            _bytes += _buffer.WrittenCount;
            answers.Write(answer, _buffer.WrittenSpan);
        }
    }
}
