using System.Collections.Concurrent;

namespace CiFeatures.Collection.Http;

/// <summary>What holds for each host by itself: how many requests are there at the same time, and how far apart they begin.</summary>
internal sealed class HostGates(int maxInFlight, double requestsPerSecond, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    public Gate Of(Uri url) => _gates.GetOrAdd(url.Authority, _ => new Gate(maxInFlight, requestsPerSecond, time));

    public void Dispose()
    {
        foreach (Gate gate in _gates.Values)
        {
            gate.Dispose();
        }
    }

    /// <summary>The gate of one host.</summary>
    internal sealed class Gate(int maxInFlight, double requestsPerSecond, TimeProvider time) : IDisposable
    {
        private readonly SemaphoreSlim _places = new(maxInFlight, maxInFlight);

        public RequestPacer Pacer { get; } = new(requestsPerSecond, time);

        /// <summary>Waits for a place, then for the time to begin. <see cref="Leave"/> gives the place back.</summary>
        public async Task EnterAsync(CancellationToken cancellationToken)
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await Pacer.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                Leave();
                throw;
            }
        }

        public void Leave() => _places.Release();

        public void Dispose()
        {
            _places.Dispose();
            Pacer.Dispose();
        }
    }
}
