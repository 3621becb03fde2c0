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

    [DoesNotReturn]
    public static void NotAnApiAnswer(string what, string found, string place) =>
        throw new CiFeaturesException(
            DecodingCodes.NotAnApiAnswer, ErrorKind.BadInput, $"This is not a {what}: {found}", place,
            "Check the address and what was fetched or stored under this name.");

    [DoesNotReturn]
    public static void ApiNameClash(string what, string first, string second, string normal) =>
        throw new CiFeaturesException(
            DecodingCodes.ApiNameClash, ErrorKind.BadInput, $"The {what}s '{first}' and '{second}' are both '{normal}' to the API, so one of them could not be asked for.", what,
            "Give one of them another name, or leave it out.");

    [DoesNotReturn]
    public static void ApiNameEmpty(string what, string name) =>
        throw new CiFeaturesException(
            DecodingCodes.ApiNameEmpty, ErrorKind.BadInput, $"The {what} '{name}' has no letter from A to Z and no digit, so the API has no address for it.", what,
            "Give it another name, or leave it out.");
}
