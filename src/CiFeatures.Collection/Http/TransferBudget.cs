using System.Globalization;

namespace CiFeatures.Collection.Http;

/// <summary>How much may be asked for altogether. What is on its way when the last of it is spent still arrives.</summary>
/// <param name="MaxRequests">The most requests, repetitions and redirects included; null = no limit.</param>
/// <param name="MaxBytes">After how many bytes of bodies no further request begins; null = no limit.</param>
/// <param name="End">When no further request begins; null = no limit.</param>
/// <param name="Time">Says whether it is <paramref name="End"/>.</param>
internal sealed record TransferBudget(long? MaxRequests, long? MaxBytes, DateTimeOffset? End, TimeProvider Time)
{
    /// <summary>Gets a budget without limits.</summary>
    public static TransferBudget Unlimited { get; } = new(null, null, null, TimeProvider.System);

    /// <summary>Why a request would be too much.</summary>
    /// <param name="url">What would be asked for.</param>
    /// <param name="requests">How many requests were sent before it.</param>
    /// <param name="bytes">How many bytes came before it.</param>
    /// <returns>Null where it may be sent.</returns>
    public FetchFailure? Spent(Uri url, long requests, long bytes)
    {
        string? limit = requests >= MaxRequests ? $"{Text(MaxRequests)} requests"
            : bytes >= MaxBytes ? $"{Text(MaxBytes)} bytes"
            : Time.GetUtcNow() >= End ? "the time for the whole collection"
            : null;
        return limit is null ? null : HttpErrors.NotAskedFor(url, limit);
    }

    private static string Text(long? number) => string.Create(CultureInfo.InvariantCulture, $"{number}");
}
