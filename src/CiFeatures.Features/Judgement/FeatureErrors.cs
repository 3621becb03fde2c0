using System.Diagnostics.CodeAnalysis;
using CiFeatures.Core.Errors;

namespace CiFeatures.Features.Judgement;

/// <summary>Errors of the judgement, codes CIF1301 to CIF1309; <c>docs/errors/features.md</c> explains them.</summary>
internal static class FeatureErrors
{
    public const string StateUnreadable = "CIF1301";
    public const string OptionOutOfRange = "CIF1302";
    public const string BadFilter = "CIF1303";

    [DoesNotReturn]
    public static void ThrowStateUnreadable(string tab, Exception cause) =>
        throw new CiFeaturesException(
            StateUnreadable,
            ErrorKind.BadInput,
            $"The grid of the job could not be read, so it has no summary: {cause.Message}",
            $"job {tab}",
            "Check that the job's state exists and can be decoded; the other jobs are not affected.",
            cause);

    [DoesNotReturn]
    public static void ThrowOptionOutOfRange(string option, string value, string expected) =>
        throw new CiFeaturesException(
            OptionOutOfRange,
            ErrorKind.Usage,
            $"The option {option} is {value}, expected {expected}.",
            option,
            "Give a value in that range, or leave the option out for its default.");

    [DoesNotReturn]
    public static void ThrowBadFilter(string pattern, Exception? cause) =>
        throw new CiFeaturesException(
            BadFilter,
            ErrorKind.Usage,
            $"The row filter is not valid: {cause?.Message ?? "a percent sign is not followed by two hexadecimal digits."}",
            pattern,
            "Give a regular expression without back-references and look-around; in base options, percent-escape it.",
            cause);
}
