using System.Collections.Concurrent;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Prow.Files;
using CiFeatures.Collection.Prow.Finding;
using CiFeatures.Collection.Prow.Listing;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using BuildPaths = CiFeatures.Collection.Prow.Files.BuildPaths;

namespace CiFeatures.Collection.Prow;

/// <summary>One collection of builds, or the plan of one, while it runs.</summary>
internal sealed class ProwSession : IDisposable
{
    private readonly ProwCollectOptions _options;
    private readonly SnapshotStore _store;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly ProwReporter _reporter;
    private readonly OpenedSource _source;
    private readonly TransferBudget _budget;
    private readonly FilePattern[] _patterns;
    private readonly ConcurrentBag<SkippedItem> _skipped = [];
    private readonly long _startedAt;
    private readonly DateTimeOffset _started;
    private CiFeaturesException? _firstProblem;
    private string? _good;
    private int _unchanged;
    private int _stored;
    private int _jobs;
    private int _jobsWithoutBuilds;
    private int _buildsListed;

    private ProwSession(ProwCollectOptions options, SnapshotStore store, TimeProvider time, DateTimeOffset started, TransferBudget budget, OpenedSource source, ProwReporter reporter, CancellationToken cancellationToken)
    {
        _options = options;
        _store = store;
        _time = time;
        _started = started;
        _startedAt = time.GetTimestamp();
        _budget = budget;
        _source = source;
        _reporter = reporter;
        _cancellationToken = cancellationToken;
        _patterns = [.. options.Files.Distinct(StringComparer.Ordinal).Select(p => new FilePattern(p))];
        reporter.Store = source.Store;
    }

    /// <summary>Gets what was left for the next collection; null where nothing was.</summary>
    public KeptCollection? Kept { get; private set; }

    private IArtifactStore Bucket => _source.Store;

    private string Location => Bucket.Bucket.StartsWith("gs://", StringComparison.Ordinal) ? $"{Bucket.Address}/{Bucket.Bucket[5..]}" : Bucket.Address;

    public static async Task<ProwSession> OpenAsync(ProwCollectOptions options, IArtifactStore? bucket, SnapshotStore store, Func<HttpMessageHandler> handlers, TimeProvider time, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        var reporter = new ProwReporter(progress);
        DateTimeOffset started = time.GetUtcNow();
        var budget = new TransferBudget(options.MaxRequests, options.MaxBytes, options.MaxTime is { } most ? started + most : null, time);
        OpenedSource source = bucket is null
            ? await OpenedSource.OpenAsync(options, budget, handlers, time, reporter, cancellationToken).ConfigureAwait(false)
            : OpenedSource.Of(bucket);
        try
        {
            return new ProwSession(options, store, time, started, budget, source, reporter, cancellationToken);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public void Dispose() => _source.Dispose();

    public async Task<ProwResult> CollectAsync()
    {
        using SnapshotWriter writer = _store.CreateOrResume(
            new SnapshotSource(ProwCollector.SourceKind, Location),
            ProwRecipe.Of(_options, Bucket.Bucket),
            _options.ResumeWithin);
        try
        {
            try
            {
                IReadOnlyList<JobBuilds> jobs = await FindAsync(writer.Created).ConfigureAwait(false);
                BuildPaths paths = new(jobs.Select(j => j.Job));
                IReadOnlyList<ChosenFile> files = await ListAsync(jobs, paths, (build, chosen) => StoreListing(writer, paths, build, chosen)).ConfigureAwait(false);
                await FetchAsync(writer, files).ConfigureAwait(false);
            }
            finally
            {
                // Whoever goes on after an interruption adds to it.
                Note(writer);
            }

            if (_stored + writer.RecoveredFiles == 0)
            {
                throw _firstProblem is FetchFailure { IsOfBudget: true } limit ? ProwErrors.NothingWithinLimits(limit)
                    : _firstProblem ?? ProwErrors.Nothing(Bucket.Address, "None of the builds that were found has anything in its folder.", "Check --bucket and --prefix.");
            }

            foreach (SkippedItem item in _skipped)
            {
                writer.Skip(item);
            }

            _cancellationToken.ThrowIfCancellationRequested();
            return Result(writer);
        }
        catch (CiFeaturesException e) when (e.Kind is ErrorKind.BadInput or ErrorKind.Usage && e.Code != CollectionErrors.WriteFailed)
        {
            // The same would happen again; there is nothing to go on with.
            writer.Discard();
            throw;
        }
        catch when (writer.RecoveredFiles + _stored == 0)
        {
            writer.Discard();
            throw;
        }
        catch
        {
            Kept = new KeptCollection(writer.Folder, writer.RecoveredFiles + _stored, _options.ResumeWithin > TimeSpan.Zero);
            throw;
        }
    }

    public async Task<ProwPlan> PlanAsync()
    {
        IReadOnlyList<JobBuilds> jobs = await FindAsync(_started).ConfigureAwait(false);
        ConcurrentBag<MissingFile> missing = [];
        IReadOnlyList<ChosenFile> files = await ListAsync(jobs, new BuildPaths(jobs.Select(j => j.Job)), (_, chosen) => chosen.Missing.ToList().ForEach(missing.Add)).ConfigureAwait(false);
        return new ProwPlan
        {
            RequestsSent = Bucket.Traffic.Requests,
            Jobs = _jobs,
            BuildsListed = _buildsListed,
            BuildsChosen = jobs.Sum(j => j.Builds.Count),
            Files = [.. files.Select(f => new PlannedFile(f.Key.Job, f.Key.Build, f.Path, f.Facts?.Bytes))],
            Missing = [.. missing.OrderBy(m => m.ToString(), StringComparer.Ordinal)],
            Skipped = [.. _skipped.OrderBy(s => s.Item, StringComparer.Ordinal).ThenBy(s => s.Reason, StringComparer.Ordinal)],
        };
    }

    private async Task<IReadOnlyList<JobBuilds>> FindAsync(DateTimeOffset at)
    {
        _reporter.Begin("finding the jobs");
        IReadOnlyList<string> names = await FirstAsync(() => new JobFinder(Bucket, _options).FindAsync(_cancellationToken)).ConfigureAwait(false);
        if (names.Count == 0)
        {
            throw ProwErrors.Nothing(Bucket.Address, "No job matches.", "Check --job and --prefix: patterns are compared with the folders of the bucket.");
        }

        _jobs = names.Count;
        DateTimeOffset? since = _options.NewerThan is { } age ? at - age : null;
        var finder = new BuildFinder(Bucket, _options, _options.Since > since ? _options.Since : since ?? _options.Since);
        ConcurrentBag<JobBuilds> found = [];
        _reporter.Expect(names.Count);
        await Rounds().RunAsync(
            names,
            async (job, token) =>
            {
                _reporter.Begin($"builds of {job}");
                found.Add(await WithinBudgetAsync(job, () => finder.FindAsync(job, token)).ConfigureAwait(false));
                _good ??= $"{_options.Prefixes[0]}/{job}/";
                _reporter.Done($"builds of {job}");
            },
            (job, problem) => LeaveOut($"{Bucket.Bucket}: job {job}", problem),
            _cancellationToken).ConfigureAwait(false);
        return Found([.. found.OrderBy(j => j.Job, StringComparer.Ordinal)]);
    }

    private List<JobBuilds> Found(IReadOnlyList<JobBuilds> found)
    {
        foreach (JobBuilds job in found)
        {
            job.Skipped.ToList().ForEach(_skipped.Add);
            _buildsListed += job.Known;
            if (job.Known == 0)
            {
                _jobsWithoutBuilds++;
                if (!_options.SuggestedJobs.Contains(job.Job, StringComparer.Ordinal))
                {
                    _skipped.Add(ProwErrors.NoBuilds(Bucket, job.Job, _options.Prefixes));
                }
            }
        }

        List<JobBuilds> some = [.. found.Where(j => j.Builds.Count > 0)];
        if (some.Count > 0)
        {
            return some;
        }

        throw _firstProblem is FetchFailure { IsOfBudget: true } limit ? ProwErrors.NothingWithinLimits(limit)
            : _firstProblem ?? ProwErrors.Nothing(
                Bucket.Address,
                _buildsListed == 0 ? $"{(_jobs == 1 ? $"Job '{found[0].Job}' has no" : $"None of the {_jobs} jobs has")} builds in {Bucket.Bucket}." : $"None of the {_buildsListed} builds was chosen.",
                _buildsListed == 0 ? "Names are compared exactly; check --job, --bucket and --prefix." : "Check --since, --build and --from-build.");
    }

    private async Task<IReadOnlyList<ChosenFile>> ListAsync(IReadOnlyList<JobBuilds> jobs, BuildPaths paths, Action<ListedBuild, ChosenFiles> take)
    {
        List<FoundBuild> builds = [.. jobs.SelectMany(j => j.Builds)];
        var lister = new BuildLister(Bucket, _options, _patterns);
        var choice = new FileChoice(Bucket, _patterns, paths);
        ConcurrentBag<ChosenFile> files = [];
        _reporter.Expect(builds.Count);
        await Rounds().RunAsync(
            builds,
            async (build, token) =>
            {
                _reporter.Begin($"listing of {build.Key}");
                if (await WithinBudgetAsync(build.Folder, () => lister.ListAsync(build, token)).ConfigureAwait(false) is not { } listed)
                {
                    _skipped.Add(ProwErrors.NoBuild(Bucket, build.Key.Job, build.Key.Build));
                    return;
                }

                _good = build.Folder;
                ChosenFiles chosen = choice.Choose(listed);
                take(listed, chosen);
                listed.Skipped.Concat(chosen.Skipped).ToList().ForEach(_skipped.Add);
                chosen.Files.ToList().ForEach(files.Add);
                _reporter.Done($"listing of {build.Key}");
            },
            (build, problem) => LeaveOut($"{Bucket.Bucket}/{build.Folder}", problem),
            _cancellationToken).ConfigureAwait(false);
        return [.. files.OrderBy(f => f.Key.Job, StringComparer.Ordinal).ThenByDescending(f => f.Key.Build, NaturalOrder.Ascending).ThenBy(f => f.Path, StringComparer.Ordinal)];
    }

    private void StoreListing(SnapshotWriter writer, BuildPaths paths, ListedBuild build, ChosenFiles chosen)
    {
        bool isRemote = Bucket.Bucket.StartsWith("gs://", StringComparison.Ordinal);
        string address = isRemote ? $"{Bucket.Bucket}/{build.Build.Folder}" : build.Build.Folder;
        byte[] json = ListingJson.Write(new StoredListing(address, build.Listings));
        NewBody about = paths.Listing(build.Build.Key) with { Url = isRemote ? address : "" };
        if (writer.Stored(about.Path) is not { } stored || stored.Sha256 != BodyHash.Of(json))
        {
            writer.Write(about, json);
        }

        Interlocked.Increment(ref _stored);
        foreach (MissingFile file in chosen.Missing)
        {
            writer.NoteMissing(file);
        }
    }

    private async Task FetchAsync(SnapshotWriter writer, IReadOnlyList<ChosenFile> files)
    {
        var fetcher = new FileFetcher(Bucket, writer, _options, PauseAsync);
        _reporter.Expect(files.Count);
        await Rounds().RunAsync(
            files,
            async (file, token) =>
            {
                string title = $"{file.Key}/{file.Path}";
                _reporter.Begin(title);
                FileOutcome outcome = await WithinBudgetAsync(file.Name, () => fetcher.TakeAsync(file, token)).ConfigureAwait(false);
                Interlocked.Add(ref _unchanged, outcome == FileOutcome.Unchanged ? 1 : 0);
                Interlocked.Add(ref _stored, outcome is FileOutcome.Stored or FileOutcome.Unchanged ? 1 : 0);
                _reporter.Done(title);
            },
            (file, problem) => LeaveOut(file.Url.Length > 0 ? file.Url : $"{Bucket.Bucket}/{file.Name}", problem),
            _cancellationToken).ConfigureAwait(false);
    }

    private Rounds Rounds() => new(_options.Http.MaxInFlight, _options.MaxFailuresInARow, () => _good, (folder, token) => Bucket.ListAsync(new ArtifactListRequest(folder), token));

    /// <summary>What names everything: without it there is nothing.</summary>
    private static async Task<T> FirstAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (FetchFailure e) when (e.IsOfBudget)
        {
            throw ProwErrors.NothingWithinLimits(e);
        }
    }

    private async Task<T> WithinBudgetAsync<T>(string name, Func<Task<T>> ask)
    {
        ArtifactTraffic traffic = Bucket.Traffic;
        Uri place = Uri.TryCreate($"{Bucket.Bucket}/{name}", UriKind.Absolute, out Uri? address) ? address : new Uri("file:///" + Uri.EscapeDataString(name));
        if (_budget.Spent(place, traffic.Requests, traffic.Bytes) is { } spent)
        {
            throw spent;
        }

        return await ask().ConfigureAwait(false);
    }

    private void LeaveOut(string item, CiFeaturesException problem)
    {
        Interlocked.CompareExchange(ref _firstProblem, problem, null);
        _skipped.Add(new SkippedItem { Item = item, Code = problem.Code, Reason = problem.Message });
        _reporter.Done(item);
    }

    private Task PauseAsync(int broken, CancellationToken cancellationToken)
    {
        double first = _options.Http.FirstDelay.TotalMilliseconds;
        return broken == 0
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromMilliseconds(Math.Min(first * Math.Pow(2, broken - 1), _options.Http.MaxDelay.TotalMilliseconds)), _time, cancellationToken);
    }

    private void Note(SnapshotWriter writer)
    {
        try
        {
            writer.NoteTransfer(Transfer(writer));
        }
        catch (CiFeaturesException)
        {
            // The error that ends the collection is the one to tell; on a full disk this one is a consequence.
        }
    }

    private SnapshotTransfer Transfer(SnapshotWriter writer)
    {
        ArtifactTraffic traffic = Bucket.Traffic;
        return new SnapshotTransfer
        {
            Started = writer.Started,
            Requests = traffic.Requests + (writer.EarlierTransfer?.Requests ?? 0),
            Retries = traffic.Retries + (writer.EarlierTransfer?.Retries ?? 0),
            NotModified = _unchanged + (writer.EarlierTransfer?.NotModified ?? 0),
            TransferredBytes = traffic.Bytes + (writer.EarlierTransfer?.TransferredBytes ?? 0),
        };
    }

    private ProwResult Result(SnapshotWriter writer)
    {
        SnapshotManifest manifest = writer.Complete(Transfer(writer) with { Finished = _time.GetUtcNow() });
        ArtifactTraffic traffic = Bucket.Traffic;
        return new ProwResult
        {
            Manifest = manifest,
            Folder = writer.Folder,
            Jobs = _jobs,
            JobsWithoutBuilds = _jobsWithoutBuilds,
            BuildsListed = _buildsListed,
            BuildsTaken = manifest.Counts.Builds ?? 0,
            LinkedFiles = writer.LinkedFiles,
            RecoveredFiles = writer.RecoveredFiles,
            NotModified = _unchanged,
            Requests = traffic.Requests,
            Retries = traffic.Retries,
            TransferredBytes = traffic.Bytes,
            Elapsed = _time.GetElapsedTime(_startedAt),
        };
    }
}
