using System.Diagnostics.CodeAnalysis;
using CiFeatures.Core.Errors;

namespace CiFeatures.Features.Logs.Terms;

/// <summary>Errors of terms and clusters of logs, codes CIF1340 to CIF1344.</summary>
internal static class TermErrors
{
    public const string OptionOutOfRange = "CIF1340";
    public const string NoTerms = "CIF1341";
    public const string TooFewLogs = "CIF1342";

    [DoesNotReturn]
    public static void ThrowOption(string option, string value, string expected) =>
        throw new CiFeaturesException(OptionOutOfRange, ErrorKind.Usage, $"The option {option} is {value}, expected {expected}.", option, "Give a value in that range, or leave the option out for its default.");

    [DoesNotReturn]
    public static void ThrowNoTerms(int logs, double minDf) =>
        throw new CiFeaturesException(NoTerms, ErrorKind.BadInput, $"No term is in enough of the {logs} logs.", $"min_df {minDf}", "Give more logs, or a lower min_df.");

    [DoesNotReturn]
    public static void ThrowTooFew(int logs, int wanted) =>
        throw new CiFeaturesException(TooFewLogs, ErrorKind.BadInput, $"There are {logs} logs with terms, and {wanted} are needed.", $"{logs} logs", "Give more logs, or ask for fewer clusters.");
}
