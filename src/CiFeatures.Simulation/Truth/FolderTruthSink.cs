using System.Text;

namespace CiFeatures.Simulation.Truth;

/// <summary>Writes the truth as <c>jobs.csv</c>, <c>runs.csv</c>, <c>tests.csv</c> (RFC 4180, UTF-8, times in UTC) and <c>truth.json</c> into a folder.</summary>
/// <remarks>Files are written under temporary names and renamed at the end, <c>truth.json</c> last: where it is, the truth is whole.</remarks>
public sealed class FolderTruthSink : ITruthSink, IDisposable
{
    private static readonly string[] JobColumns =
        ["dashboard", "job", "profile", "tests", "runs", "barren_run_ratio", "mass_failure_run_ratio", "has_table", "oddities"];

    private static readonly string[] RunColumns =
        ["dashboard", "job", "build", "run_time", "published_time_ms", "duration_minutes", "incident", "affected_tests"];

    private static readonly string[] TestColumns =
    [
        "dashboard", "job", "test", "class", "flake_rate", "retry_pass_ratio", "presence_ratio", "regress_run_build", "regress_time",
        "fixed_build", "fixed_time", "new_since_build", "stale_since_build",
    ];

    private const int BuildsFile = 3;
    private static readonly string[] BuildColumns = ["job", "build", "result", "incident", "log_lines", "explaining_lines"];
    private static readonly string[] LogLineColumns = ["job", "build", "line", "reason"];

    private readonly string _folder;
    private readonly CsvLine _line = new();
    private readonly List<(StreamWriter Writer, string Path)> _files = [];
    private SimulationOptions _options = new();
    private string _version = "";

    /// <summary>Makes a sink.</summary>
    /// <param name="folder">The folder; made when it is absent.</param>
    public FolderTruthSink(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
    }

    /// <inheritdoc/>
    public void Begin(SimulationOptions options, string version)
    {
        _options = options;
        _version = version;
        try
        {
            Directory.CreateDirectory(_folder);
            (string Name, string[] Columns)[] ofBuilds = options.BuildsPerJob > 0 ? [("builds.csv", BuildColumns), ("log-lines.csv", LogLineColumns)] : [];
            foreach ((string name, string[] columns) in (IEnumerable<(string, string[])>)[("jobs.csv", JobColumns), ("runs.csv", RunColumns), ("tests.csv", TestColumns), .. ofBuilds])
            {
                string path = Path.Combine(_folder, name);
                if (File.Exists(path))
                {
                    throw SimulationErrors.Output(path, "it exists", "Choose another folder; nothing in this one was changed.");
                }

                var writer = new StreamWriter(path + ".tmp", append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                _files.Add((writer, path));
                writer.Write(string.Join(',', columns) + "\r\n");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SimulationErrors.Output(_folder, error.Message, "Check the path, the rights and the free space.", error);
        }
    }

    /// <inheritdoc/>
    public void Write(JobTruth job, IReadOnlyList<RunTruth> runs, IReadOnlyList<TestTruth> tests)
    {
        try
        {
            _files[0].Writer.Write(_line.Add(job.Dashboard).Add(job.Job).Add(job.Profile).Add(job.Tests).Add(job.Runs).Add(job.BarrenRunShare)
                .Add(job.MassFailureShare).Add(job.HasTable ? "true" : "false").Add(job.Oddities).Finish());
            foreach (RunTruth run in runs)
            {
                _files[1].Writer.Write(_line.Add(run.Dashboard).Add(run.Job).Add(run.Build).AddTime(run.RunTimeMs).Add(run.PublishedTimeMs)
                    .Add(run.DurationMinutes).Add(TruthWords.Of(run.Incident)).Add(run.AffectedTests).Finish());
            }

            foreach (TestTruth test in tests)
            {
                _files[2].Writer.Write(_line.Add(test.Dashboard).Add(test.Job).Add(test.Test).Add(TruthWords.Of(test.Class)).Add(test.FlakeRate)
                    .Add(test.RetryPassRatio).Add(test.Presence).Add(test.RegressedBuild).AddTime(test.RegressedTimeMs)
                    .Add(test.FixedBuild).AddTime(test.FixedTimeMs).Add(test.NewSinceBuild).Add(test.StaleSinceBuild).Finish());
            }
        }
        catch (IOException error)
        {
            throw SimulationErrors.Output(_folder, error.Message, "Check the free space and run again into a new folder.", error);
        }
    }

    /// <inheritdoc/>
    public void WriteBuilds(IReadOnlyList<BuildTruth> builds)
    {
        try
        {
            foreach (BuildTruth build in builds)
            {
                _files[BuildsFile].Writer.Write(_line.Add(build.Job).Add(build.Build).Add(build.Result).Add(TruthWords.Of(build.Incident)).Add(build.LogLines).Add(build.Explanations.Count).Finish());
                foreach (LogLineTruth line in build.Explanations)
                {
                    _files[BuildsFile + 1].Writer.Write(_line.Add(build.Job).Add(build.Build).Add(line.Line).Add(line.Reason).Finish());
                }
            }
        }
        catch (IOException error)
        {
            throw SimulationErrors.Output(_folder, error.Message, "Check the free space and run again into a new folder.", error);
        }
    }

    /// <inheritdoc/>
    public void End(SimulationResult result)
    {
        try
        {
            foreach ((StreamWriter writer, string path) in _files)
            {
                writer.Dispose();
                File.Move(path + ".tmp", path, overwrite: false);
            }

            _files.Clear();
            string json = Path.Combine(_folder, "truth.json");
            File.WriteAllBytes(json + ".tmp", TruthDocument.Write(_options, _version, result));
            File.Move(json + ".tmp", json, overwrite: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SimulationErrors.Output(_folder, error.Message, "Check the rights and the free space and run again into a new folder.", error);
        }
    }

    /// <summary>Closes the files; those of a simulation that did not end keep their temporary names.</summary>
    public void Dispose()
    {
        foreach ((StreamWriter writer, _) in _files)
        {
            writer.Dispose();
        }

        _files.Clear();
    }
}
