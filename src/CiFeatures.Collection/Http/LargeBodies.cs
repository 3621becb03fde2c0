namespace CiFeatures.Collection.Http;

/// <summary>Bodies that grow beyond a size come one at a time, so that memory does not grow with the number of requests that are on their way.</summary>
internal sealed class LargeBodies : IDisposable
{
    /// <summary>From how many bytes on a body counts as large. Few real answers are longer than a tenth of it, compressed.</summary>
    public const int From = 16 << 20;

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Gets the place of one request, which is free until its body grows large.</summary>
    public Place Begin() => new(_one);

    public void Dispose() => _one.Dispose();

    /// <summary>What one request holds.</summary>
    internal sealed class Place(SemaphoreSlim one) : IDisposable
    {
        private bool _held;

        /// <summary>The body has so many bytes by now: waits where it has become large and another one is.</summary>
        public async ValueTask GrowsToAsync(long bytes, CancellationToken cancellationToken)
        {
            if (bytes > From && !_held)
            {
                await one.WaitAsync(cancellationToken).ConfigureAwait(false);
                _held = true;
            }
        }

        public void Dispose()
        {
            if (_held)
            {
                _held = false;
                one.Release();
            }
        }
    }
}
