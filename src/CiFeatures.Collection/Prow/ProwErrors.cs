using System.Globalization;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Prow;

/// <summary>The errors and the reasons to leave something out of collecting builds; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class ProwErrors
{
    public const string NothingToCollect = "CIF1249";
    public const string JobWithoutBuilds = "CIF1250";
    public const string BuildNotThere = "CIF1251";
    public const string NameNotFollowed = "CIF1252";
    public const string LinkNotFollowed = "CIF1253";
    public const string FileTooLong = "CIF1254";
    public const string HashWrong = "CIF1255";
    public const string PackedDamaged = "CIF1256";
    public const string TooManyEntries = "CIF1257";
    public const string NotStorable = "CIF1258";

    public static CiFeaturesException Nothing(string address, string what, string remedy) => new(NothingToCollect, ErrorKind.BadInput, what, address, remedy);

    public static CiFeaturesException NothingWithinLimits(CiFeaturesException cause) =>
        new(NothingToCollect, ErrorKind.BadInput, "Nothing could be asked for within the limits of the collection.", cause.Place, "Give larger limits: --max-requests, --max-bytes, --max-time.", cause);

    public static CiFeaturesException BadSetting(string setting, string problem, string remedy) => HttpErrors.BadSetting(setting, problem, remedy);

    public static CiFeaturesException TooLong(string url, long? bytes, long limit) => new(
        FileTooLong,
        ErrorKind.ItemsSkipped,
        string.Create(CultureInfo.InvariantCulture, $"The file is longer than the limit of {limit} bytes{(bytes is null ? "" : $": it has {bytes}")}."),
        url,
        "Give a larger --max-file-bytes if you want it.");

    public static CiFeaturesException TooLongUnpacked(long limit) => new(
        FileTooLong,
        ErrorKind.ItemsSkipped,
        string.Create(CultureInfo.InvariantCulture, $"The file is longer than the limit of {limit} bytes once it is decompressed."),
        "",
        "Give a larger --max-file-bytes if you want it.");

    public static CiFeaturesException Damaged(string what, Exception? cause = null) =>
        new(PackedDamaged, ErrorKind.ItemsSkipped, $"The file is stored compressed, and damaged: {what}", "", "Nothing; its bytes are those that the bucket has.", cause);

    public static CiFeaturesException WrongHash(string url, string what) =>
        new(HashWrong, ErrorKind.ItemsSkipped, $"The file arrived damaged each time: {what}", url, "Try again later; check whether a proxy between here and the service changes answers.");

    public static SkippedItem NoBuilds(IArtifactStore store, string job, IReadOnlyList<string> prefixes) => new()
    {
        Item = job,
        Code = JobWithoutBuilds,
        Reason = $"There are no builds of this job below {string.Join(" or ", prefixes.Select(p => $"{store.Bucket}/{p}"))}.",
    };

    public static SkippedItem NoBuild(IArtifactStore store, string job, string build) => new()
    {
        Item = $"{job}/{build}",
        Code = BuildNotThere,
        Reason = $"The bucket {store.Bucket} does not have this build.",
    };

    /// <summary>A name in a listing that cannot be followed; some buckets give it with its folder, some without.</summary>
    public static SkippedItem FoulName(string bucket, string folder, string name) => new()
    {
        Item = $"{bucket}/{(name.StartsWith(folder, StringComparison.Ordinal) ? "" : folder)}{Shown(name)}",
        Code = NameNotFollowed,
        Reason = "The listing has a name that does not stay in its folder, or that no file can have; it was not followed.",
    };

    public static SkippedItem BadLink(string name, string target) => new()
    {
        Item = name,
        Code = LinkNotFollowed,
        Reason = target.Length == 0 ? "It should lead to a build and is empty." : $"It leads to '{Shown(target)}', which is no build of this bucket with this id.",
    };

    public static SkippedItem Cut(string folder, int limit) => new()
    {
        Item = folder,
        Code = TooManyEntries,
        Reason = string.Create(CultureInfo.InvariantCulture, $"It has more names than were to be looked through ({limit}); files that match a pattern may be among the others."),
    };

    public static SkippedItem Unstorable(string url, string why) => new() { Item = url, Code = NotStorable, Reason = why };

    private static string Shown(string name)
    {
        const int Longest = 200;
        string plain = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return plain.Length <= Longest ? plain : plain[..Longest] + "…";
    }
}
