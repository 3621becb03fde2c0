using System.Net;
using CiFeatures.Core.Errors;
using Google;

namespace CiFeatures.GoogleCloud;

/// <summary>Repeats requests that failed in a way that can pass. The library repeats some of them and no downloads, so it is told to repeat none. Safe to use from several threads.</summary>
internal sealed class Repetition(GoogleCloudOptions options, TimeProvider time)
{
    private readonly Random _chance = new(options.Seed);
    private readonly Lock _lock = new();
    private int _retries;

    public int Retries => Volatile.Read(ref _retries);

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="place">What is asked for, for errors.</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="retryAfter">What the service wished for with its last refusal.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <exception cref="CiFeaturesException">There is none (CIF1280), or there never will be (CIF1281).</exception>
    public async Task<T> RunAsync<T>(string place, Func<Task<T>> ask, Func<TimeSpan?> retryAfter, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception e) when (CanPass(e) && !cancellationToken.IsCancellationRequested)
            {
                if (tries > options.Retries)
                {
                    throw GoogleCloudErrors.NotToBeHad(place, tries, e);
                }

                Interlocked.Increment(ref _retries);
                await Task.Delay(Wait(tries, retryAfter()), time, cancellationToken).ConfigureAwait(false);
            }
            catch (GoogleApiException e)
            {
                throw GoogleCloudErrors.NotAllowed(place, (int)e.HttpStatusCode, e);
            }
        }
    }

    /// <summary>Whether the same request can succeed later.</summary>
    public static bool CanPass(Exception error) => error switch
    {
        GoogleApiException api => api.HttpStatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        HttpRequestException or IOException or OperationCanceledException => true,
        _ => false,
    };

    private TimeSpan Wait(int tries, TimeSpan? asked)
    {
        double chance;
        lock (_lock)
        {
            chance = _chance.NextDouble();
        }

        double own = options.FirstWait.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 20)) * (1 + (chance / 2));
        return TimeSpan.FromSeconds(Math.Min(Math.Max(own, asked?.TotalSeconds ?? 0), options.LongestWait.TotalSeconds));
    }
}
