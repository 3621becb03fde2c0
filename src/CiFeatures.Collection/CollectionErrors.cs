using CiFeatures.Core.Errors;

namespace CiFeatures.Collection;

/// <summary>The errors of this project; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class CollectionErrors
{
    public const string StoreNotFound = "CIF1201";
    public const string StoreNotUsable = "CIF1202";
    public const string SnapshotNotFound = "CIF1203";
    public const string SnapshotIncomplete = "CIF1204";
    public const string ManifestInvalid = "CIF1205";
    public const string ManifestTooNew = "CIF1206";
    public const string WriteFailed = "CIF1207";
    public const string FileMissing = "CIF1208";
    public const string BodyDamaged = "CIF1209";
    public const string PathTaken = "CIF1210";
    public const string AnswerUnreadable = "CIF1211";
    public const string NotInSnapshot = "CIF1212";
    public const string FileUnexpected = "CIF1213";
    public const string PruneUnclear = "CIF1214";
    public const string WriterAlive = "CIF1215";
    public const string ImportFolderMissing = "CIF1220";
    public const string NothingToImport = "CIF1221";
    public const string DashboardTwice = "CIF1222";
    public const string FolderTooLarge = "CIF1223";
    public const string FileNotImportable = "CIF1224";
    public const string LinkLeavesFolder = "CIF1225";
    public const string JobTwice = "CIF1226";
    public const string ListingUnreadable = "CIF1245";

    public static CiFeaturesException NoStore(string root) => new(
        StoreNotFound,
        ErrorKind.BadInput,
        "There is no snapshot store here: the folder or its subfolder 'snapshots' does not exist.",
        root,
        "Check the path, or make a store with 'cifeatures import testgrid DIR --into STORE'.");

    public static CiFeaturesException Unusable(string root, Exception cause) => new(
        StoreNotUsable,
        ErrorKind.BadInput,
        $"The snapshot store cannot be used: {cause.Message}",
        root,
        "Check that the path is a folder that you may read and write.",
        cause);

    public static CiFeaturesException NoSnapshot(string root, string selector, IReadOnlyList<string> available) => new(
        SnapshotNotFound,
        ErrorKind.BadInput,
        available.Count == 0
            ? $"There is no snapshot '{selector}': the store has no complete snapshot."
            : $"There is no snapshot '{selector}'. Complete snapshots: {Shortened(available)}.",
        root,
        available.Count == 0 ? "Import or collect something first." : "Give one of these ids, 'latest' or 'all'.");

    public static CiFeaturesException Incomplete(string folder, string id) => new(
        SnapshotIncomplete,
        ErrorKind.BadInput,
        $"Snapshot {id} has no manifest: it is still being written, or its writer was stopped.",
        folder,
        "Wait for its writer, run the same collection again, which goes on with it, or delete it.");

    public static CiFeaturesException BadManifest(string path, string what, Exception? cause = null) => new(
        ManifestInvalid,
        ErrorKind.Integrity,
        $"The manifest is not valid: {what}",
        path,
        "Restore the snapshot from a copy, or delete it and import or collect again.",
        cause);

    public static CiFeaturesException TooNew(string path, string schema) => new(
        ManifestTooNew,
        ErrorKind.BadInput,
        $"The manifest has the schema '{schema}'; this version reads up to {Store.SnapshotManifest.CurrentSchema}.",
        path,
        "Use a newer version of cifeatures for this store.");

    public static CiFeaturesException CannotWrite(string path, Exception cause) => new(
        WriteFailed,
        ErrorKind.BadInput,
        $"Writing failed: {cause.Message}",
        path,
        "Free some space or check the permissions, then run the command again; complete snapshots are not touched.",
        cause);

    public static CiFeaturesException Missing(string path) => new(
        FileMissing,
        ErrorKind.Integrity,
        "The manifest lists this file, but it is not there.",
        path,
        "Run 'cifeatures store verify'; restore the file from a copy, or import or collect again.");

    public static CiFeaturesException Damaged(string path, string what, Exception? cause = null) => new(
        BodyDamaged,
        ErrorKind.Integrity,
        $"The stored body is not the one that was written: {what}",
        path,
        "Run 'cifeatures store verify'; restore the file from a copy, or import or collect again.",
        cause);

    public static CiFeaturesException Taken(string path, string other) => new(
        PathTaken,
        ErrorKind.BadInput,
        string.Equals(path, other, StringComparison.Ordinal)
            ? "This path was already written in this snapshot."
            : $"This path differs only in case from '{other}', which is already in this snapshot.",
        path,
        "Write each answer once, and name what shares a folder together (SafeNames.EncodeAll).");

    public static CiFeaturesException Unreadable(string path, CiFeaturesException cause) => new(
        AnswerUnreadable,
        ErrorKind.BadInput,
        cause.Message,
        cause.Place.Length == 0 ? path : $"{path}, {cause.Place}",
        "The stored bytes are those that were imported or collected; leave this job out, or collect it again.",
        cause);

    public static CiFeaturesException NoSuchAnswer(string folder, string what) => new(
        NotInSnapshot,
        ErrorKind.BadInput,
        $"The snapshot has no table answer for {what}.",
        folder,
        "Names are compared exactly; 'cifeatures store list' and the manifest say what is there.");

    public static CiFeaturesException NoSuchBuild(string folder, string what) => new(
        NotInSnapshot,
        ErrorKind.BadInput,
        $"The snapshot has no {what}.",
        folder,
        "Names are compared exactly; 'cifeatures store list' and the manifest say what is there.");

    public static CiFeaturesException PruneChoice(string what) => new(
        PruneUnclear,
        ErrorKind.Usage,
        what,
        "",
        "Give --keep N for the newest N complete snapshots, --keep-days D for those of the last D days, or both.");

    public static CiFeaturesException BeingWritten(string folder, string id) => new(
        WriterAlive,
        ErrorKind.BadInput,
        $"Snapshot {id} is being written and was not deleted.",
        folder,
        "Wait for its writer, or stop it.");

    public static CiFeaturesException NoFolder(string folder, string what) => new(
        ImportFolderMissing,
        ErrorKind.BadInput,
        $"The folder to import cannot be read: {what}",
        folder,
        "Give a folder that holds '<dashboard>/summary.json[.gz]' and '<dashboard>/table/<job>.json[.gz]'.");

    public static CiFeaturesException Nothing(string folder, string what) => new(
        NothingToImport,
        ErrorKind.BadInput,
        $"Nothing could be imported: {what}",
        folder,
        "Give a folder that holds '<dashboard>/summary.json[.gz]' and '<dashboard>/table/<job>.json[.gz]'.");

    public static CiFeaturesException SameDashboardTwice(string dashboard, string first, string second) => new(
        DashboardTwice,
        ErrorKind.BadInput,
        $"The dashboard '{dashboard}' is there twice: in '{first}' and in '{second}'.",
        second,
        "Import the two folders one after the other, so that each becomes a snapshot of its own.");

    public static CiFeaturesException TooLarge(string folder, string what) => new(
        FolderTooLarge,
        ErrorKind.BadInput,
        what,
        folder,
        "Import a smaller folder, such as one release at a time.");

    public static CiFeaturesException BadListing(string what, string place, Exception? cause = null) => new(
        ListingUnreadable,
        ErrorKind.BadInput,
        $"This is not the listing of a build: {what}",
        place,
        "Run 'cifeatures store verify'; collect or import the build again.",
        cause);

    private static string Shortened(IReadOnlyList<string> ids)
    {
        const int Shown = 20;
        string list = string.Join(", ", ids.TakeLast(Shown));
        return ids.Count <= Shown ? list : $"{list} and {ids.Count - Shown} older ones";
    }
}
