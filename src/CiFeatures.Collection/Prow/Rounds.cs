using System.Collections.Concurrent;
using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Prow;

/// <summary>
/// Works through a list, some items at a time. What cannot be had now is tried once more when everything else is done; a service that is down ends
/// all.
/// </summary>
/// <param name="inFlight">How many at a time.</param>
/// <param name="failuresInARow">After how many failures in a row it is found out whether the service is there at all.</param>
/// <param name="good">Says what could be had before, a folder; null until something could.</param>
/// <param name="ask">Asks for it again.</param>
internal sealed class Rounds(int inFlight, int failuresInARow, Func<string?> good, Func<string, CancellationToken, Task> ask)
{
    private int _inARow;

    /// <summary>Works.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">Does one. An error of the kind that can pass is tried again later; one that ends all is thrown by <paramref name="leaveOut"/>.</param>
    /// <param name="leaveOut">Told of an item that cannot be had.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <exception cref="CiFeaturesException">The service is down.</exception>
    public async Task RunAsync<T>(IReadOnlyCollection<T> items, Func<T, CancellationToken, Task> work, Action<T, CiFeaturesException> leaveOut, CancellationToken cancellationToken)
    {
        ConcurrentBag<T> later = [];
        await EachAsync(items, (item, token) => TryAsync(item, work, leaveOut, later, token), cancellationToken).ConfigureAwait(false);
        await EachAsync(later, (item, token) => TryAsync(item, work, leaveOut, null, token), cancellationToken).ConfigureAwait(false);
    }

    private Task EachAsync<T>(IReadOnlyCollection<T> items, Func<T, CancellationToken, ValueTask> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = inFlight, CancellationToken = cancellationToken }, work);

    private async ValueTask TryAsync<T>(T item, Func<T, CancellationToken, Task> work, Action<T, CiFeaturesException> leaveOut, ConcurrentBag<T>? later, CancellationToken cancellationToken)
    {
        try
        {
            await work(item, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _inARow, 0);
        }
        catch (CiFeaturesException e) when (e.Kind == ErrorKind.SourceUnavailable)
        {
            if (e is FetchFailure { WantsQuiet: true } || await IsDownAsync(later is null, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            if (later is null)
            {
                leaveOut(item, e);
            }
            else
            {
                later.Add(item);
            }
        }
        catch (CiFeaturesException e) when (e.Code != CollectionErrors.WriteFailed && e.Code != CollectionErrors.PathTaken)
        {
            // Who refuses is there.
            Volatile.Write(ref _inARow, 0);
            leaveOut(item, e);
        }
    }

    private async Task<bool> IsDownAsync(bool isLastTry, CancellationToken cancellationToken)
    {
        int inARow = Interlocked.Increment(ref _inARow);
        if (good() is not { } probe)
        {
            return true;
        }

        if (inARow < failuresInARow && !isLastTry)
        {
            return false;
        }

        try
        {
            await ask(probe, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _inARow, 0);
            return false;
        }
        catch (CiFeaturesException e)
        {
            return e.Kind == ErrorKind.SourceUnavailable;
        }
    }
}
