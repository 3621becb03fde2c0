using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Features.Logs.Failures;

/// <summary>Errors of finding failing lines, codes CIF1350 to CIF1354; <c>docs/errors/features.md</c> explains them.</summary>
internal static class FailureErrors
{
    public const string OptionOutOfRange = "CIF1350";
    public const string BadLabels = "CIF1351";

    [DoesNotReturn]
    public static void ThrowOptionOutOfRange(string option, long value, long lowest, long highest) =>
        throw new CiFeaturesException(
            OptionOutOfRange,
            ErrorKind.Usage,
            string.Create(CultureInfo.InvariantCulture, $"The option {option} is {value}, expected {lowest} to {highest}."),
            option,
            "Give a value in that range, or leave the option out for its default.");

    public static CiFeaturesException Labels(string place, string problem) =>
        new(BadLabels, ErrorKind.BadInput, $"The labelled logs cannot be used: {problem}", place, "Give a folder with a folder for each pair that holds fail.log.gz, pass.log.gz and groundtruth.");
}
