using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Harvest;

/// <summary>
/// Tells a service that is down from one that cannot give some of its answers: after a few failures in a row something is asked for
/// that could be had before.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="failuresInARow">After how many failures in a row it asks.</param>
internal sealed class SourceHealth(PoliteClient client, int failuresInARow)
{
    // A service that gives this one thing and nothing else for so long does not get better by being asked.
    private const int MaxProbes = 20;
    private readonly Lock _lock = new();
    private Uri? _good;
    private int _inARow;
    private int _probes;

    /// <summary>Something could be had.</summary>
    public void Succeeded(Uri url)
    {
        lock (_lock)
        {
            _good = url;
            _inARow = 0;
            _probes = 0;
        }
    }

    /// <summary>Something could be had by the collection that this one goes on with.</summary>
    public void WasThere(Uri url)
    {
        lock (_lock)
        {
            _good ??= url;
        }
    }

    /// <summary>Something was refused for good: the service is there.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            _inARow = 0;
        }
    }

    /// <summary>Something could not be had after all repetitions.</summary>
    /// <param name="isLastTry">Whether it is not asked for again: then the service is to blame, or it is left out.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Whether the service as a whole is down.</returns>
    public async Task<bool> IsDownAsync(bool isLastTry, CancellationToken cancellationToken)
    {
        Uri? probe;
        lock (_lock)
        {
            if (_good is null)
            {
                return true;
            }

            if (++_inARow < failuresInARow && !isLastTry)
            {
                return false;
            }

            // Of what is tried for the last time there is no more than failed before, so that has an end by itself.
            _inARow = 0;
            _probes += isLastTry ? 0 : 1;
            probe = _probes > MaxProbes ? null : _good;
        }

        if (probe is null)
        {
            return true;
        }

        try
        {
            await client.FetchAsync(new FetchRequest(probe), static _ => ValueTask.CompletedTask, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (FetchFailure e)
        {
            // Who refuses is there, and what was not sent because of a limit says nothing.
            return e.Kind == ErrorKind.SourceUnavailable;
        }
    }
}
