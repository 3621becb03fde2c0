using System.Runtime.ExceptionServices;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Harvest;

/// <summary>
/// Works through everything that is wanted: some bodies at a time are asked for, those that arrived are checked and stored beside, and what they
/// lead to is asked for in turn. What comes out does not depend on the order in which answers arrive.
/// </summary>
internal sealed class Harvester : IDisposable
{
    private readonly HarvestOptions _options;
    private readonly IBodySink _sink;
    private readonly PoliteClient _client;
    private readonly Action<string, int, int> _report;
    private readonly HarvestQueue _queue = new();
    private readonly ByteBacklog _backlog;
    private readonly SourceHealth _health;
    private readonly CancellationTokenSource _stop;
    private readonly Lock _lock = new();

    // Not the other lock: whoever is told may stop everything, and then the error is noted.
    private readonly Lock _telling = new();
    private readonly List<SkippedItem> _skipped = [];
    private ExceptionDispatchInfo? _fatal;
    private int _done;
    private int _notModified;
    private int _repeated;

    /// <summary>Prepares the work.</summary>
    /// <param name="options">How it is worked through.</param>
    /// <param name="sink">Where bodies go.</param>
    /// <param name="client">Asks for them.</param>
    /// <param name="report">Told what was done, how many are done and how many are wanted; one call at a time.</param>
    /// <param name="cancellationToken">Stops all.</param>
    public Harvester(HarvestOptions options, IBodySink sink, PoliteClient client, Action<string, int, int> report, CancellationToken cancellationToken)
    {
        _options = options;
        _sink = sink;
        _client = client;
        _report = report;
        _backlog = new ByteBacklog(options.MaxBacklogBytes);
        _health = new SourceHealth(client, options.MaxFailuresInARow);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Gets what was left out.</summary>
    public IReadOnlyList<SkippedItem> Skipped => _skipped;

    /// <summary>Gets how many bodies had not changed since a former snapshot.</summary>
    public int NotModified => _notModified;

    /// <summary>Gets how many bodies were asked for again because they arrived damaged or were wanted whole after all.</summary>
    public int Repeated => _repeated;

    /// <summary>Works through everything.</summary>
    /// <param name="first">What to begin with.</param>
    /// <exception cref="CiFeaturesException">The service is down, something that all depends on cannot be had, or a body cannot be stored.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task RunAsync(IReadOnlyList<Wanted> first)
    {
        if (first.Count == 0)
        {
            return;
        }

        // All are put in before the first is settled, so that the queue does not end between two of them.
        foreach (Wanted wanted in first)
        {
            _queue.Add(wanted);
        }

        using (var workshop = new Workshop(_options.Threads))
        {
            await Task.WhenAll(Enumerable.Range(0, _options.MaxInFlight).Select(_ => Task.Run(() => FetchAllAsync(workshop)))).ConfigureAwait(false);

            // What ends the last wait may be a thread of the workshop, which cannot wait for its own end.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        _fatal?.Throw();
        _stop.Token.ThrowIfCancellationRequested();
        Report("", 0);
    }

    public void Dispose() => _stop.Dispose();

    private async Task FetchAllAsync(Workshop workshop)
    {
        try
        {
            await foreach (Ticket ticket in _queue.TakeAsync(_stop.Token).ConfigureAwait(false))
            {
                await FetchOneAsync(ticket, workshop).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            End(e);
        }
    }

    private async Task FetchOneAsync(Ticket ticket, Workshop workshop)
    {
        Wanted wanted = ticket.Wanted;
        if (RecoveredOf(wanted) is { } recovered)
        {
            _health.WasThere(wanted.Url);
            workshop.Do(() => Work(ticket, () => Continue(ticket, recovered)));
            return;
        }

        if (_options.Plan is { } plan && !wanted.IsListing)
        {
            plan(wanted);
            Settle(wanted, new Taken([]));
            return;
        }

        if (wanted.Answer is { } asked && !ticket.Unconditional && ticket.Damaged == 0)
        {
            await _backlog.EnterAsync(asked.Wire.Length, _stop.Token).ConfigureAwait(false);
            _health.Succeeded(wanted.Url);
            workshop.Do(() => Work(ticket, () => Take(ticket, asked, null)));
            return;
        }

        if (_client.Spent(wanted.Url) is { } spent)
        {
            LeaveOut(ticket, spent);
            return;
        }

        SnapshotFile? former = wanted.IsCheck ? _sink.Stored(wanted.About.Path)
            : ticket.Unconditional ? null
            : _sink.Former(wanted.About.Path, wanted.Url.AbsoluteUri);
        try
        {
            await _options.Pause(ticket.Damaged, _stop.Token).ConfigureAwait(false);
            Report(wanted.Title, 0);
            FetchedBody answer = await _client.FetchAsync(
                new FetchRequest(wanted.Url, former?.Etag, former?.LastModified),
                bytes => _backlog.EnterAsync(bytes, _stop.Token),
                _stop.Token).ConfigureAwait(false);
            _health.Succeeded(wanted.Url);
            workshop.Do(() => Work(ticket, () => Take(ticket, answer, former)));
        }
        catch (FetchFailure e)
        {
            await FailedAsync(ticket, e).ConfigureAwait(false);
        }
    }

    private async Task FailedAsync(Ticket ticket, FetchFailure failure)
    {
        if (failure.Kind != ErrorKind.SourceUnavailable)
        {
            _health.Answered();
            LeaveOut(ticket, failure);
            return;
        }

        // What could not be had now may be had when everything else is done.
        bool isLastTry = ticket.Round > 0;
        if (failure.WantsQuiet || await _health.IsDownAsync(isLastTry, _stop.Token).ConfigureAwait(false))
        {
            throw failure;
        }

        if (!isLastTry && ticket.Wanted.Restart is { } start)
        {
            // What was stored before it may not go with it any more.
            _sink.Withdraw(start.About.Path);
            _queue.Again(new Ticket(start, 1, ticket.Number));
            _queue.Settle();
        }
        else if (!isLastTry)
        {
            _queue.Again(ticket with { Round = 1 });
            _queue.Settle();
        }
        else
        {
            LeaveOut(ticket, failure);
        }
    }

    /// <summary>Whatever happens in it, the queue learns of it.</summary>
    private void Work(Ticket ticket, Action work)
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        try
        {
            WorkOrLeaveOut(ticket, work);
        }
        catch (Exception e)
        {
            End(e);
        }
    }

    private void WorkOrLeaveOut(Ticket ticket, Action work)
    {
        try
        {
            work();
        }
        catch (FetchFailure e) when (e.CanPass && ticket.Damaged < _options.MaxRetries)
        {
            AskAgain(ticket with { Damaged = ticket.Damaged + 1 });
        }
        catch (CiFeaturesException e) when (e is FetchFailure or UnusableAnswer)
        {
            LeaveOut(ticket, e);
        }
    }

    /// <summary>The body is there from an interrupted collection; only what it leads to has to be found.</summary>
    private void Continue(Ticket ticket, SnapshotFile stored)
    {
        Settle(ticket.Wanted, ticket.Wanted.LeadsOn ? Read(ticket.Wanted, _sink.ReadBack(stored)) : new Taken([]));
    }

    private void Take(Ticket ticket, FetchedBody answer, SnapshotFile? former)
    {
        try
        {
            if (ticket.Wanted.IsCheck)
            {
                Confirm(ticket.Wanted, answer, _sink.Stored(ticket.Wanted.About.Path));
            }
            else if (answer.NotModified)
            {
                TakeUnchanged(ticket, answer, former!);
            }
            else
            {
                ReadOnlyMemory<byte> body = answer.Decode(_options.MaxBodyBytes);
                Taken taken = Read(ticket.Wanted, body);

                NewBody about = About(ticket.Wanted, answer) with { Tests = taken.Tests, Runs = taken.Runs };
                if (ticket.Wanted.Partner is null)
                {
                    // What it leads to can be asked for while it is stored; if it cannot be stored, everything ends.
                    LeadOn(taken);
                    _sink.Write(about, body);
                    Finish(ticket.Wanted);
                }
                else
                {
                    // What this leads to may take it back, so it has to be there first.
                    _sink.Write(about, body);
                    Settle(ticket.Wanted, taken);
                }
            }
        }
        finally
        {
            _backlog.Leave(answer.Wire.Length);
        }
    }

    private void Confirm(Wanted wanted, FetchedBody answer, SnapshotFile? stored)
    {
        bool same = answer.NotModified || (stored is not null && BodyHash.Of(answer.Decode(_options.MaxBodyBytes).Span) == stored.Sha256);
        Settle(wanted, same ? new Taken([]) : wanted.Read(ReadOnlyMemory<byte>.Empty));
    }

    private SnapshotFile? RecoveredOf(Wanted wanted) =>
        wanted.IsCheck || (wanted.Partner is { } partner && _sink.Recovered(partner) is null) ? null : _sink.Recovered(wanted.About.Path);

    private void TakeUnchanged(Ticket ticket, FetchedBody answer, SnapshotFile former)
    {
        NewBody about = About(ticket.Wanted, answer) with { Etag = answer.Etag ?? former.Etag, LastModified = answer.LastModified ?? former.LastModified };
        if (_sink.Reuse(about, former) is not { } entry)
        {
            AskAgain(ticket with { Unconditional = true });
            return;
        }

        Interlocked.Increment(ref _notModified);
        Settle(ticket.Wanted, ticket.Wanted.LeadsOnUnchanged ? Read(ticket.Wanted, _sink.ReadBack(entry)) : new Taken([]));
    }

    private void AskAgain(Ticket ticket)
    {
        Interlocked.Increment(ref _repeated);
        _queue.Again(ticket);
        _queue.Settle();
    }

    private static NewBody About(Wanted wanted, FetchedBody answer) => wanted.About with
    {
        Url = wanted.Url.AbsoluteUri,
        Status = answer.Status,
        FetchedAt = answer.FetchedAt,
        Etag = answer.Etag,
        LastModified = answer.LastModified,
    };

    /// <summary>Looks at a body.</summary>
    /// <exception cref="UnusableAnswer">It is not what was wanted.</exception>
    internal static Taken Read(Wanted wanted, ReadOnlyMemory<byte> body)
    {
        try
        {
            return wanted.Read(body);
        }
        catch (CiFeaturesException e)
        {
            throw UnusableAnswer.Of(wanted.Url, body.Span, e);
        }
    }

    private void LeaveOut(Ticket ticket, CiFeaturesException problem)
    {
        Wanted wanted = ticket.Wanted;
        Instead instead = InsteadOf(wanted, problem);
        if (instead.EndsAll)
        {
            End(instead.Problem ?? problem);
            return;
        }

        if (instead.Problem is { } told)
        {
            lock (_lock)
            {
                _skipped.Add(new SkippedItem { Item = wanted.Url.AbsoluteUri, Code = told.Code, Reason = told.Message, Place = (told as UnusableAnswer)?.InBody ?? "" });
            }
        }

        Settle(wanted, new Taken(instead.Next) { LeftOut = instead.LeftOut });
    }

    private static Instead InsteadOf(Wanted wanted, CiFeaturesException problem)
    {
        try
        {
            return wanted.OnFailure?.Invoke(problem) ?? new Instead(problem, []);
        }
        catch (CiFeaturesException e)
        {
            // What would be asked for instead cannot be asked for, by its name for example.
            return new Instead(e, []);
        }
    }

    private void Settle(Wanted wanted, Taken taken)
    {
        LeadOn(taken);
        Finish(wanted);
    }

    private void LeadOn(Taken taken)
    {
        foreach (string path in taken.Withdrawn)
        {
            _sink.Withdraw(path);
        }

        foreach (Wanted more in taken.Next)
        {
            _queue.Add(more);
        }

        lock (_lock)
        {
            _skipped.AddRange(taken.LeftOut);
        }
    }

    private void Finish(Wanted wanted)
    {
        Report(wanted.Title, 1);
        _queue.Settle();
    }

    private void Report(string current, int done)
    {
        lock (_telling)
        {
            _done += done;
            _report(current, _done, _queue.Known);
        }
    }

    /// <summary>The first error is the one to tell; others are its consequences.</summary>
    private void End(Exception e)
    {
        lock (_lock)
        {
            _fatal ??= e is OperationCanceledException && _stop.IsCancellationRequested ? null : ExceptionDispatchInfo.Capture(e);
        }

        _stop.Cancel();
    }
}
