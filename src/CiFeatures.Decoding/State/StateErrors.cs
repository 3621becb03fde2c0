using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.State;

/// <summary>Throws the errors of objects in a bucket; each says what, where, why and what to do next.</summary>
[StackTraceHidden]
internal static class StateErrors
{
    private const string FetchAgain = "Fetch or import the object again; if it comes back the same, check that the path is that of the right kind of object, or leave it out.";

    [DoesNotReturn]
    public static void Damaged(string reason, string place) =>
        throw new CiFeaturesException(DecodingCodes.DamagedState, ErrorKind.BadInput, $"The bytes are not a whole and valid protobuf object: {reason}.", place, FetchAgain);

    [DoesNotReturn]
    public static void DamagedZlib(string reason, string place, Exception? cause = null) =>
        throw new CiFeaturesException(
            DecodingCodes.DamagedZlib, ErrorKind.BadInput, $"The grid object is not a whole zlib stream: {reason}.", place, FetchAgain, cause);

    [DoesNotReturn]
    public static void BadFilter(string pattern, string place, Exception? cause) =>
        throw new CiFeaturesException(
            DecodingCodes.BadTabFilter, ErrorKind.BadInput, $"'{pattern}' in the job's base options is not a pattern or not a query that can be read.", place,
            "Patterns are those of RE2, without look-around and back-references; correct the job's base_options in the configuration.", cause);

    [DoesNotReturn]
    public static void BadName(string what, string name, string reason) =>
        throw new CiFeaturesException(
            DecodingCodes.BadStateName, ErrorKind.BadInput, $"No object can be named after the {what}: {reason}.", $"'{(name.Length > 200 ? name[..200] + "…" : name)}'",
            "Correct the name in the configuration, or leave this item out.");
}
