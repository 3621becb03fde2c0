using System.Net.Http.Headers;

namespace CiFeatures.Collection.Http;

/// <summary>How long a service asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>Reads the header <c>Retry-After</c> in both forms, seconds and date.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="now">The time, against which a date is held.</param>
    /// <returns>The wait, never negative; null where the header is absent or unreadable.</returns>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        RetryConditionHeaderValue? header = response.Headers.RetryAfter;
        TimeSpan? wait = header?.Delta ?? header?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
