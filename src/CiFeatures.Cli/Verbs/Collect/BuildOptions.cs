using System.CommandLine;
using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Verbs.Collect;

/// <summary>The options that say which builds are collected, and what of them.</summary>
internal sealed class BuildOptions
{
    private const string Log = "build-log.txt";
    private readonly Option<string[]> _job = new("--job") { Description = "A job: its name, a pattern with * and ?, or re: and a regular expression; may be given several times. For a pattern the bucket's jobs are listed.", HelpName = "NAME|GLOB|re:REGEX" };
    private readonly Option<string?> _jobsFrom = new("--jobs-from") { Description = "Take the jobs of the newest TestGrid snapshot in this store, by their names.", HelpName = "STORE" };
    private readonly Option<int> _builds = new("--builds") { Description = "How many of the newest builds of each job.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<string?> _since = new("--since") { Description = "Only builds that began since then: a time such as 2021-07-28T00:00:00Z, or how long ago, such as 36h or 7d.", HelpName = "TIME|AGE" };
    private readonly Option<string[]> _build = new("--build") { Description = "Only this build of the jobs; may be given several times.", HelpName = "ID" };
    private readonly Option<string?> _fromBuild = new("--from-build") { Description = "Only builds with this id and above.", HelpName = "ID" };
    private readonly Option<string[]> _files = new("--files")
    {
        Description = "Take these files of each build instead of the usual ones: paths below the build, with * and ? within a name and ** for any folders; may be given several times. The usual ones are " + string.Join(", ", ProwCollectOptions.DefaultFiles) + ".",
        HelpName = "PATTERN",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _noLogs = new("--no-logs") { Description = "Leave the build logs out." };
    private readonly Option<int?> _depth = new("--max-depth") { Description = "How many folders deep artifacts are looked through for patterns; 1 is artifacts/ itself (default 8, and 2 with gcsweb).", HelpName = "N" };
    private readonly Option<int> _entries = new("--max-entries") { Description = "How many names of a build's artifacts are looked through at the most.", HelpName = "N", DefaultValueFactory = _ => 20_000 };
    private readonly Option<long?> _fileBytes = new("--max-file-bytes") { Description = "The longest file, as stored and after decompression; longer ones are skipped (default 1GiB).", HelpName = "SIZE", CustomParser = ByteSizes.Parse };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _job, _jobsFrom, _builds, _since, _build, _fromBuild, _files, _noLogs, _depth, _entries, _fileBytes })
        {
            command.Options.Add(option);
        }
    }

    public ProwCollectOptions Read(VerbContext context, ProwCollectOptions options)
    {
        string[] jobs = context.Get(_job) ?? [];
        string? from = context.Get(_jobsFrom);
        if (jobs.Length == 0 && from is null)
        {
            throw CliErrors.Option("--job", "No job is named", "Give --job NAME, a pattern such as --job 'periodic-ci-*', or --jobs-from STORE.");
        }

        string[] files = context.Get(_files) is { Length: > 0 } chosen ? chosen : [.. options.Files];
        ProwCollectOptions read = options with
        {
            Jobs = from is null ? jobs : [],
            SuggestedJobs = from is null ? [] : GridJobs.Of(SnapshotStore.Open(context.Environment.FullPath(from), context.Environment.Time), jobs),
            Builds = context.Get(_build) ?? [],
            MaxBuilds = context.Get(_builds),
            FromBuild = context.Get(_fromBuild),
            Files = context.Get(_noLogs) ? [.. files.Where(f => f != Log)] : files,
            MaxDepth = context.Get(_depth),
            MaxEntries = context.Get(_entries),
            MaxFileBytes = context.Get(_fileBytes) ?? options.MaxFileBytes,
        };
        return context.Get(_since) is { } since ? WithSince(read, since) : read;
    }

    /// <summary>What the options of manner are read into.</summary>
    public static CollectOptions Manners(VerbContext context) => new() { Dashboards = [], Http = LiveCollection.Manners(context) };

    /// <summary>The same collection with these manners.</summary>
    public static ProwCollectOptions WithManners(ProwCollectOptions options, CollectOptions manners) => options with
    {
        Http = manners.Http,
        MaxRequests = manners.MaxRequests,
        MaxBytes = manners.MaxBytes,
        MaxTime = manners.MaxTime,
        ResumeWithin = manners.ResumeWithin,
    };

    private static ProwCollectOptions WithSince(ProwCollectOptions options, string text)
    {
        if (Durations.TryRead(text, out TimeSpan age))
        {
            return options with { NewerThan = age };
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? options with { Since = time }
            : throw CliErrors.Option("--since", $"\"{text}\" is neither a time nor an age", "Write 2021-07-28T00:00:00Z, or 36h or 7d.");
    }
}
