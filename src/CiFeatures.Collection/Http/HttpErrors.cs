using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Http;

/// <summary>What a request can end with instead of a body; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class HttpErrors
{
    public const string SourceUnavailable = "CIF1230";
    public const string AnswerRefused = "CIF1232";
    public const string BodyTooLong = "CIF1233";
    public const string RedirectRefused = "CIF1234";
    public const string SettingInvalid = "CIF1236";
    public const string CodingUnknown = "CIF1238";

    public const string NotAsked = "CIF1239";

    /// <summary>What to do about a service that does not answer.</summary>
    public const string TryLater = "Check the network, the proxy settings and --url, and try again later.";

    public static FetchFailure Refused(Uri url, int status, TimeSpan? retryAfter)
    {
        bool canPass = status is 408 or 429 or >= 500;
        return canPass
            ? new FetchFailure(SourceUnavailable, ErrorKind.SourceUnavailable, $"The service answered with status {status}.", url, TryLater) { Status = status, CanPass = true, RetryAfter = retryAfter }
            : new FetchFailure(AnswerRefused, ErrorKind.BadInput, $"The service answered with status {status}, where 200 was expected.", url, "Check --url and the names; open the address in a browser to see what the service says.") { Status = status };
    }

    public static FetchFailure TooSlow(Uri url, TimeSpan timeout, Exception cause) =>
        new(SourceUnavailable, ErrorKind.SourceUnavailable, $"There was no whole answer within {Seconds(timeout)}.", url, "Try again later, or give a longer --timeout.", cause) { CanPass = true };

    public static FetchFailure ConnectionFailed(Uri url, Exception cause)
    {
        // A certificate that does not match, or headers without end, will be the same in a minute.
        bool final = cause is HttpRequestException
        {
            HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.UserAuthenticationError or HttpRequestError.VersionNegotiationError,
        };
        return new FetchFailure(SourceUnavailable, ErrorKind.SourceUnavailable, $"The connection failed: {Innermost(cause).Message.TrimEnd('.')}.", url, TryLater, cause) { CanPass = !final };
    }

    public static FetchFailure Damaged(Uri url, string what, Exception? cause = null) =>
        new(SourceUnavailable, ErrorKind.SourceUnavailable, $"The compressed body arrived damaged: {what.TrimEnd('.')}.", url, TryLater, cause) { CanPass = true };

    public static FetchFailure AsksForTooLong(Uri url, FetchFailure failure, TimeSpan limit) =>
        new(SourceUnavailable, ErrorKind.SourceUnavailable, $"The service answered with status {failure.Status} and asks to wait {Seconds(failure.RetryAfter!.Value)}; at most {Seconds(limit)} are waited.", url, "Run the command again after that time.", failure) { Status = failure.Status, RetryAfter = failure.RetryAfter, WantsQuiet = true };

    public static FetchFailure GivenUp(Uri url, FetchFailure failure, int tries) =>
        new(failure.Code, failure.Kind, $"{failure.Message.TrimEnd('.')} ({tries} tries).", url, failure.Remedy, failure) { Status = failure.Status };

    public static FetchFailure TooLong(Uri url, long maxBytes) =>
        new(BodyTooLong, ErrorKind.BadInput, $"The body is longer than the limit of {maxBytes.ToString(CultureInfo.InvariantCulture)} bytes.", url, "Give a larger --max-body-mb if the service is to be trusted with it.");

    public static FetchFailure BadRedirect(Uri url, string where) =>
        new(RedirectRefused, ErrorKind.BadInput, $"The service redirects {where}.", url, "If the service has moved, give its new address with --url, or allow the other host with --allow-host.");

    public static FetchFailure UnknownCoding(Uri url, string coding) =>
        new(CodingUnknown, ErrorKind.BadInput, $"The body has the content coding '{coding}', which was not asked for.", url, "Check whether a proxy between here and the service changes answers.");

    public static FetchFailure NotAskedFor(Uri url, string limit) =>
        new(NotAsked, ErrorKind.ItemsSkipped, $"Not asked for: the limit ({limit}) was reached.", url, "Give a larger limit, or choose fewer jobs.") { IsOfBudget = true };

    public static CiFeaturesException BadSetting(string setting, string problem, string remedy) =>
        new(SettingInvalid, ErrorKind.Usage, problem, setting, remedy);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    private static Exception Innermost(Exception e)
    {
        while (e.InnerException is { } inner)
        {
            e = inner;
        }

        return e;
    }
}
