using CiFeatures.Core.Errors;

namespace CiFeatures.GoogleCloud;

/// <summary>The errors of this project; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class GoogleCloudErrors
{
    public const string Unavailable = "CIF1280";
    public const string Refused = "CIF1281";
    public const string CredentialsUnusable = "CIF1282";
    public const string OptionInvalid = "CIF1283";

    public static CiFeaturesException NotToBeHad(string place, int tries, Exception cause) => new(
        Unavailable,
        ErrorKind.SourceUnavailable,
        $"Google Cloud Storage does not give an answer after {tries} tries: {cause.Message.TrimEnd('.')}.",
        place,
        "Try again later; what has been taken is kept.",
        cause);

    public static CiFeaturesException NotAllowed(string place, int status, Exception cause) => new(
        Refused,
        ErrorKind.BadInput,
        $"Google Cloud Storage refuses the request with status {status}: {cause.Message.TrimEnd('.')}.",
        place,
        "Check the bucket's name, and whether it takes credentials to read it.",
        cause);

    public static CiFeaturesException BadCredentials(string credentials, Exception cause) => new(
        CredentialsUnusable,
        ErrorKind.BadInput,
        $"The credentials cannot be used: {cause.Message.TrimEnd('.')}.",
        credentials,
        "Give the JSON file of a service account or of an authorized user, or 'default' after 'gcloud auth application-default login'; or none: many buckets can be read by everybody.",
        cause);

    public static CiFeaturesException BadOption(string option, string problem) => new(OptionInvalid, ErrorKind.Usage, problem, option, "See GoogleCloudOptions for what it can be.");
}
