using System.Collections.Concurrent;
using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid.Choice;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>One collection, or the plan of one, while it runs.</summary>
internal sealed class CollectSession : IDisposable
{
    private readonly CollectOptions _options;
    private readonly SnapshotStore _store;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly CollectReporter _reporter;
    private readonly PoliteClient _client;
    private readonly Findings _findings = new();
    private readonly IssueTally _issues = new();
    private readonly DateTimeOffset _started;
    private readonly long _startedAt;

    public CollectSession(CollectOptions options, SnapshotStore store, Func<HttpMessageHandler> handlers, TimeProvider time, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        _options = options;
        _store = store;
        _time = time;
        _cancellationToken = cancellationToken;
        _started = time.GetUtcNow();
        _startedAt = time.GetTimestamp();
        _reporter = new CollectReporter(progress);
        var budget = new TransferBudget(options.MaxRequests, options.MaxBytes, options.MaxTime is { } most ? _started + most : null, time);
        _client = new PoliteClient(options.Http, budget, handlers, time, note => _reporter.Waiting(note, options.Http.MaxRetries));
        _reporter.Client = _client;
    }

    /// <summary>Gets what was left for the next collection; null where nothing was.</summary>
    public KeptCollection? Kept { get; private set; }

    public void Dispose() => _client.Dispose();

    public async Task<CollectResult> CollectAsync()
    {
        // Patterns and addresses are checked before anybody is asked for anything.
        ITestGridSource source = await FindAsync(Parts(_started)).ConfigureAwait(false);
        using SnapshotWriter writer = _store.CreateOrResume(
            new SnapshotSource(TestGridCollector.SourceKind, source.Address.AbsoluteUri),
            CollectRecipe.Of(_options, source.Kind),
            _options.ResumeWithin);
        var sink = new SnapshotSink(writer);
        try
        {
            // What counts as old is held against the time of the snapshot, so that it is the same after an interruption.
            source = source.With(Parts(writer.Created));
            using var harvester = new Harvester(Manner(), sink, _client, _reporter.Step, _cancellationToken);
            try
            {
                await harvester.RunAsync(source.First()).ConfigureAwait(false);
            }
            catch (FetchFailure e) when (e.IsOfBudget)
            {
                throw TestGridErrors.NothingWithinLimits(e);
            }
            finally
            {
                // Whoever goes on after an interruption adds to it.
                Note(writer, harvester);
            }

            if (sink.StoredCount + writer.RecoveredFiles == 0 || !harvester.Skipped.Any(s => s.Code == HttpErrors.NotAsked))
            {
                RequireSomething(source);
            }

            foreach (SkippedItem item in harvester.Skipped)
            {
                writer.Skip(item);
            }

            _cancellationToken.ThrowIfCancellationRequested();
            return Result(source, writer, harvester);
        }
        catch (CiFeaturesException e) when (e.Kind is ErrorKind.BadInput or ErrorKind.Usage && e.Code != CollectionErrors.WriteFailed)
        {
            // The same would happen again; there is nothing to go on with.
            writer.Discard();
            throw;
        }
        catch when (writer.RecoveredFiles + sink.StoredCount == 0)
        {
            writer.Discard();
            throw;
        }
        catch
        {
            Kept = new KeptCollection(writer.Folder, writer.RecoveredFiles + sink.StoredCount, _options.ResumeWithin > TimeSpan.Zero);
            throw;
        }
    }

    public async Task<CollectPlan> PlanAsync()
    {
        ITestGridSource source = await FindAsync(Parts(_started)).ConfigureAwait(false);
        var planned = new ConcurrentBag<Wanted>();
        using var harvester = new Harvester(Manner() with { Plan = planned.Add }, new NoSink(), _client, _reporter.Step, _cancellationToken);
        await harvester.RunAsync(source.First()).ConfigureAwait(false);
        RequireSomething(source);
        return new CollectPlan
        {
            Source = source.Kind,
            RequestsSent = _client.Requests,
            JobsListed = _findings.JobsListed,
            JobsChosen = _findings.JobsTaken,
            JobsTooOld = _findings.JobsTooOld,
            Requests =
            [
                .. planned.OrderBy(w => w.About.Path, StringComparer.Ordinal)
                    .Select(w => new PlannedRequest(w.Url.AbsoluteUri, w.About.Path, _store.KnownBytes(w.About.Path, w.Url.AbsoluteUri))),
            ],
        };
    }

    private SourceParts Parts(DateTimeOffset at) => new(_options, new JobChoice(_options, at), _findings, _store.Decoder, _issues);

    private async Task<ITestGridSource> FindAsync(SourceParts parts)
    {
        try
        {
            return await SourceChooser.FindAsync(parts, _client, (kind, problem) => _reporter.PassedOver(kind, problem), _cancellationToken).ConfigureAwait(false);
        }
        catch (FetchFailure e) when (e.IsOfBudget)
        {
            throw TestGridErrors.NothingWithinLimits(e);
        }
    }

    private HarvestOptions Manner() => new()
    {
        MaxInFlight = _options.Http.MaxInFlight,
        MaxBodyBytes = _options.Http.MaxBodyBytes,
        MaxRetries = _options.Http.MaxRetries,
        MaxFailuresInARow = _options.MaxFailuresInARow,
        Threads = _options.Threads,
        Pause = PauseAsync,
    };

    /// <summary>Waits longer each time a body arrived damaged; the client itself only waits for answers that did not arrive.</summary>
    private Task PauseAsync(int damaged, CancellationToken cancellationToken)
    {
        double first = _options.Http.FirstDelay.TotalMilliseconds;
        return damaged == 0
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromMilliseconds(Math.Min(first * Math.Pow(2, damaged - 1), _options.Http.MaxDelay.TotalMilliseconds)), _time, cancellationToken);
    }

    private void RequireSomething(ITestGridSource source)
    {
        if (_findings.DashboardsRead == 0 && _findings.FirstProblem is FetchFailure { IsOfBudget: true } limit)
        {
            throw TestGridErrors.NothingWithinLimits(limit);
        }

        if (_findings.DashboardsRead == 0)
        {
            throw _findings.FirstProblem ?? TestGridErrors.Nothing(
                source.Address,
                _findings.DashboardsListed is > 0 and int listed ? $"None of the {listed} dashboards matches {new JobChoice(_options, _started).Dashboards}." : "The service lists no dashboard.",
                _findings.ExampleDashboard is { } there ? $"Check --dashboard; there is, for example, '{there}'." : "Check the address.");
        }

        if (_findings.JobsTaken == 0)
        {
            throw TestGridErrors.Nothing(
                source.Address,
                _findings.JobsListed == 0 ? "The dashboards list no job."
                    : _findings.JobsTooOld > 0 ? $"None of the {_findings.JobsTooOld} chosen jobs ran lately enough."
                    : $"None of the {_findings.JobsListed} jobs of the dashboards matches {new JobChoice(_options, _started)}.",
                _findings.Example is { } job ? $"Check --job and --since; there is, for example, '{job.Job}' in '{job.Dashboard}'." : "Check the names of the dashboards; a dashboard that has tabs lists them.");
        }
    }

    private CollectResult Result(ITestGridSource source, SnapshotWriter writer, Harvester harvester)
    {
        SnapshotManifest manifest = writer.Complete(Transfer(writer, harvester) with { Finished = _time.GetUtcNow() });
        return new CollectResult
        {
            Manifest = manifest,
            Folder = writer.Folder,
            Source = source.Kind,
            LinkedFiles = writer.LinkedFiles,
            RecoveredFiles = writer.RecoveredFiles,
            NotModified = harvester.NotModified,
            Requests = _client.Requests,
            Retries = Retries(harvester),
            TransferredBytes = _client.TransferredBytes,
            Elapsed = _time.GetElapsedTime(_startedAt),
            JobsListed = _findings.JobsListed,
            JobsChosen = _findings.JobsTaken,
            JobsTooOld = _findings.JobsTooOld,
            IssueCount = _issues.Count,
            Issues = _issues.Kept,
        };
    }

    private void Note(SnapshotWriter writer, Harvester harvester)
    {
        try
        {
            writer.NoteTransfer(Transfer(writer, harvester));
        }
        catch (CiFeaturesException)
        {
            // The error that ends the collection is the one to tell; on a full disk this one is a consequence.
        }
    }

    private int Retries(Harvester harvester) => _reporter.Retries + harvester.Repeated;

    /// <summary>The numbers of this attempt and of those before it.</summary>
    private SnapshotTransfer Transfer(SnapshotWriter writer, Harvester harvester) => new()
    {
        Started = writer.Started,
        Requests = _client.Requests + (writer.EarlierTransfer?.Requests ?? 0),
        Retries = Retries(harvester) + (writer.EarlierTransfer?.Retries ?? 0),
        NotModified = harvester.NotModified + (writer.EarlierTransfer?.NotModified ?? 0),
        TransferredBytes = _client.TransferredBytes + (writer.EarlierTransfer?.TransferredBytes ?? 0),
    };
}
