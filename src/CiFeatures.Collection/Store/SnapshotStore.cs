using CiFeatures.Collection.Answers;
using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Collection.Store.Writing;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;

namespace CiFeatures.Collection.Store;

/// <summary>A folder of snapshots: <c>&lt;root&gt;/snapshots/&lt;id&gt;/</c>. Snapshots are made once and never changed.</summary>
/// <remarks>Safe to use from several threads and processes.</remarks>
public sealed partial class SnapshotStore
{
    /// <summary>Selects the newest complete snapshot.</summary>
    public const string Latest = "latest";

    /// <summary>Selects all complete snapshots, oldest first.</summary>
    public const string All = "all";

    private const string SnapshotsFolder = "snapshots";
    private readonly TimeProvider _clock;
    private readonly Func<string, string, bool> _link;
    private readonly Lazy<FormerSnapshots> _known;

    internal SnapshotStore(string root, TimeProvider clock, IAnswerDecoder decoder, Func<string, string, bool>? link = null)
    {
        Root = Path.GetFullPath(root);
        _clock = clock;
        Decoder = decoder;
        _link = link ?? NativeLinks.TryCreate;
        _known = new Lazy<FormerSnapshots>(Former);
    }

    /// <summary>The store's folder.</summary>
    public string Root { get; }

    internal IAnswerDecoder Decoder { get; }

    private string Snapshots => Path.Combine(Root, SnapshotsFolder);

    /// <summary>Opens a store that exists.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="clock">Gives the time for the ids of new snapshots.</param>
    /// <param name="limits">How large an answer may be that is imported or read; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <exception cref="CiFeaturesException">There is no store (CIF1201).</exception>
    public static SnapshotStore Open(string root, TimeProvider clock, DecodeLimits? limits = null)
    {
        SnapshotStore store = OpenOrCreate(root, clock, limits);
        return Directory.Exists(store.Snapshots) ? store : throw CollectionErrors.NoStore(root);
    }

    /// <summary>Opens a store, which may be new. Folders are made with the first snapshot, not before.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="clock">Gives the time for the ids of new snapshots.</param>
    /// <param name="limits">How large an answer may be that is imported or read; <see cref="DecodeLimits.Default"/> when null.</param>
    public static SnapshotStore OpenOrCreate(string root, TimeProvider clock, DecodeLimits? limits = null) =>
        new(root, clock, new AnswerDecoder(limits ?? DecodeLimits.Default));

    /// <summary>Lists the snapshots, oldest first, whatever their state.</summary>
    /// <exception cref="CiFeaturesException">The folder cannot be read (CIF1202).</exception>
    public IReadOnlyList<SnapshotInfo> List() => [.. Ids().Select(Describe)];

    /// <summary>Finds snapshots.</summary>
    /// <param name="selector"><see cref="Latest"/>, <see cref="All"/> or an id.</param>
    /// <returns>Ids of snapshots that have a manifest, oldest first; never empty.</returns>
    /// <exception cref="CiFeaturesException">There is no such snapshot (CIF1203; the message lists those that there are) or it is incomplete (CIF1204).</exception>
    public IReadOnlyList<string> Resolve(string selector)
    {
        List<SnapshotId> all = Ids();
        List<string> complete = [.. all.Select(id => id.ToString()).Where(HasManifest)];
        if (selector is Latest or All)
        {
            return complete.Count == 0 ? throw CollectionErrors.NoSnapshot(Root, selector, complete) : selector == All ? complete : [complete[^1]];
        }

        if (complete.Contains(selector, StringComparer.Ordinal))
        {
            return [selector];
        }

        throw all.Exists(id => string.Equals(id.ToString(), selector, StringComparison.Ordinal))
            ? CollectionErrors.Incomplete(FolderOf(selector), selector)
            : CollectionErrors.NoSnapshot(Root, selector, complete);
    }

    /// <summary>Opens the complete snapshots that a selector names.</summary>
    /// <param name="selector"><see cref="Latest"/>, <see cref="All"/> or an id.</param>
    /// <returns>Readers, oldest snapshot first; never empty.</returns>
    /// <exception cref="CiFeaturesException">There is no such snapshot, or its manifest is not valid (CIF1205, CIF1206).</exception>
    public IReadOnlyList<SnapshotReader> OpenSnapshots(string selector) =>
        [.. Resolve(selector).Select(id => new SnapshotReader(FolderOf(id), ManifestReader.Read(FolderOf(id)), Decoder))];

    /// <summary>Begins a new snapshot.</summary>
    /// <param name="source">Where its contents come from.</param>
    /// <param name="at">Its time; the clock's when null.</param>
    /// <returns>The only writer of the new snapshot. Bodies that one of the newest few complete snapshots holds too become links to them.</returns>
    /// <exception cref="CiFeaturesException">The folder cannot be made (CIF1202).</exception>
    public SnapshotWriter Create(SnapshotSource source, DateTimeOffset? at = null)
    {
        FormerSnapshots former = Former();
        return new SnapshotWriter(SnapshotClaim.Take(Snapshots, at ?? _clock.GetUtcNow()), source, former, Decoder.Limits.MaxDocumentBytes);
    }

    internal string FolderOf(string id) => Path.Combine(Snapshots, id);

    private bool HasManifest(string id) => File.Exists(Path.Combine(FolderOf(id), SnapshotPaths.Manifest));

    private List<SnapshotId> Ids()
    {
        try
        {
            List<SnapshotId> ids = [];
            if (Directory.Exists(Snapshots))
            {
                foreach (string folder in Directory.EnumerateDirectories(Snapshots))
                {
                    if (SnapshotId.TryParse(Path.GetFileName(folder), out SnapshotId id))
                    {
                        ids.Add(id);
                    }
                }
            }

            ids.Sort(SnapshotId.Compare);
            return ids;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.Unusable(Root, e);
        }
    }

    private SnapshotInfo Describe(SnapshotId id)
    {
        string folder = FolderOf(id.ToString());
        SnapshotInfo info = new() { Id = id.ToString(), Created = id.Created, State = SnapshotState.Incomplete, Folder = folder };
        if (!HasManifest(info.Id))
        {
            bool held = WriterMark.IsHeld(folder);
            return info with { IsBeingWritten = held, CanBeResumed = !held && JournalReader.ReadHeader(folder) is not null, StoredFiles = CountStored(folder) };
        }

        try
        {
            SnapshotManifest manifest = ManifestReader.Read(folder);
            return info with { State = SnapshotState.Complete, Counts = manifest.Counts, Fingerprint = manifest.Fingerprint, StoredFiles = manifest.Counts.Files };
        }
        catch (CiFeaturesException) when (!HasManifest(info.Id))
        {
            // It is being deleted just now.
            return info;
        }
        catch (CiFeaturesException e)
        {
            return info with { State = SnapshotState.Damaged, Problem = $"{e.Code}: {e.Message}" };
        }
    }

    private static int? CountStored(string folder)
    {
        try
        {
            return SnapshotFolder.Entries(folder).Count(e => !e.IsLink && !SnapshotFolder.IsOfTheWriter(e.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private FormerSnapshots Former() => new([.. Ids().Select(id => id.ToString()).Reverse().Where(HasManifest).Select(FolderOf)], _link);
}
