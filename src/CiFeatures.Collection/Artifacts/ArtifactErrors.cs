using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Artifacts;

/// <summary>The errors of artifact stores; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class ArtifactErrors
{
    public const string ListingDamaged = "CIF1246";
    public const string FolderUnusable = "CIF1247";
    public const string CredentialsUnusable = "CIF1248";

    public static CiFeaturesException BadListing(string url, string what, Exception? cause = null) =>
        new(ListingDamaged, ErrorKind.BadInput, $"This is not the listing of a folder: {what}", url, "Open the address in a browser to see what the service says, and check the addresses and the bucket's name.", cause);

    public static CiFeaturesException EndlessListing(string url, int pages) =>
        new(ListingDamaged, ErrorKind.BadInput, $"The listing does not end: after {pages} pages there is still another.", url, "Choose a deeper folder, or fewer builds.");

    public static CiFeaturesException NoFolder(string folder, string what) =>
        new(FolderUnusable, ErrorKind.BadInput, $"The folder cannot be read as a bucket: {what}", folder, "Give a folder that holds 'logs/<job>/<build>/…' or '<job>/<build>/…'.");

    public static CiFeaturesException CannotRead(string path, Exception cause) =>
        new(FolderUnusable, ErrorKind.BadInput, $"It cannot be read: {cause.Message}", path, "Check the rights of the file.", cause);

    public static CiFeaturesException BadCredentials(string what, string remedy, Exception? cause = null) =>
        new(CredentialsUnusable, ErrorKind.BadInput, what, "--credentials", remedy, cause);

    public static FetchFailure NoToken(Uri url, Exception cause) =>
        new(CredentialsUnusable, ErrorKind.SourceUnavailable, $"There is no token for the credentials: {cause.Message.TrimEnd('.')}.", url, "Check the credentials and the network, or leave --credentials out: many buckets can be read by everybody.", cause);

    public static FetchFailure WrongRange(Uri url, string what) =>
        new(HttpErrors.SourceUnavailable, ErrorKind.SourceUnavailable, $"The service answered with another part of the object: {what}", url, HttpErrors.TryLater) { CanPass = true };
}
