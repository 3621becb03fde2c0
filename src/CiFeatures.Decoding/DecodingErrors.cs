using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding;

/// <summary>Throws the errors of this project; each says what, where, why and what to do next.</summary>
[StackTraceHidden]
internal static class DecodingErrors
{
    private const string FetchAgain = "Fetch or import the answer again; if it comes back the same, leave this job out.";

    [DoesNotReturn]
    public static void DamagedJson(string reason, string place, Exception? cause = null) =>
        throw new CiFeaturesException(DecodingCodes.DamagedJson, ErrorKind.BadInput, $"The answer is not whole and valid JSON: {reason}", place, FetchAgain, cause);

    [DoesNotReturn]
    public static void TooDeep(int limit, string place) =>
        throw new CiFeaturesException(
            DecodingCodes.TooDeep, ErrorKind.BadInput, $"Arrays and objects lie in each other deeper than the limit of {limit}.", place,
            "Real answers are about six levels deep; raise DecodeLimits.MaxDepth only if you trust the source.");

    [DoesNotReturn]
    public static void TooLarge(string what, long found, long limit, string limitName, string place) =>
        throw new CiFeaturesException(
            DecodingCodes.TooLarge, ErrorKind.BadInput, $"The answer has {found} {what}; the limit is {limit}.", place,
            $"Raise DecodeLimits.{limitName} if the answer is genuine.");

    [DoesNotReturn]
    public static void NotATable(string found, string place) =>
        throw new CiFeaturesException(
            DecodingCodes.NotATable, ErrorKind.BadInput, $"This is not a table answer: {found}", place,
            "A table answer is an object with \"tests\" and \"timestamps\"; check what was fetched or imported under this name.");

    [DoesNotReturn]
    public static void NotASummary(string found, string place) =>
        throw new CiFeaturesException(
            DecodingCodes.NotASummary, ErrorKind.BadInput, $"This is not a summary answer: {found}", place,
            "A summary answer is an object with one object for each job; check what was fetched or imported under this name.");

    [DoesNotReturn]
    public static void WrongEssentialType(string field, string expected, string found, string place) =>
        throw new CiFeaturesException(
            DecodingCodes.WrongEssentialType, ErrorKind.BadInput, $"\"{field}\" must be {expected}, but it is {found}.", place, FetchAgain);

    [DoesNotReturn]
    public static void DamagedGzip(string reason, string place, Exception? cause = null) =>
        throw new CiFeaturesException(DecodingCodes.DamagedGzip, ErrorKind.BadInput, $"The compressed bytes cannot be read: {reason}", place, FetchAgain, cause);
}
