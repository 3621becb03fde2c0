using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Prow.Files;
using CiFeatures.Collection.Prow.Finding;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Prow.Listing;

/// <summary>Finds out what a build has: its top level, <c>artifacts/</c>, and below as far as the patterns reach and the limits allow.</summary>
/// <param name="store">The bucket.</param>
/// <param name="options">The options.</param>
/// <param name="patterns">What is taken.</param>
internal sealed class BuildLister(IArtifactStore store, ProwCollectOptions options, IReadOnlyList<FilePattern> patterns)
{
    private const string Artifacts = "artifacts/";
    private readonly FolderReader _reader = new(store);

    /// <summary>Lists a build.</summary>
    /// <param name="build">The build.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>Null where there is nothing in its folder.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">A listing cannot be had.</exception>
    public async Task<ListedBuild?> ListAsync(FoundBuild build, CancellationToken cancellationToken)
    {
        var found = new Found(store, build);
        if (!await found.AddAsync(_reader, "", options.MaxEntries, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        if (found.Listings[0].Entries.Any(e => e.IsFolder && e.Name == "artifacts"))
        {
            bool deeper = options.Depth > 1 && patterns.Any(p => !p.IsPath && Deeper(p));
            bool whole = deeper && store.Traits.ListsTrees && await found.AddTreeAsync(_reader, Artifacts, options, cancellationToken).ConfigureAwait(false);
            if (!whole)
            {
                await found.AddAsync(_reader, Artifacts, options.MaxEntries, cancellationToken).ConfigureAwait(false);
                if (deeper && !store.Traits.ListsTrees)
                {
                    await WalkAsync(found, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return found.ToBuild();
    }

    private static bool Deeper(FilePattern pattern) => pattern.MayMatchBelow(Artifacts + "x/") || pattern.Text.Count(c => c == '/') > 1;

    /// <summary>Folder by folder, the upper ones first, those that a pattern can match in.</summary>
    private async Task WalkAsync(Found found, CancellationToken cancellationToken)
    {
        Queue<(string Folder, int Depth)> open = new(found.FoldersIn(Artifacts).Select(f => (f, 2)));
        while (open.TryDequeue(out (string Folder, int Depth) next))
        {
            if (next.Depth > options.Depth || !patterns.Any(p => !p.IsPath && p.MayMatchBelow(next.Folder)))
            {
                continue;
            }

            int left = options.MaxEntries - found.Count;
            if (left <= 0)
            {
                found.Cut(options.MaxEntries);
                return;
            }

            await found.AddAsync(_reader, next.Folder, left, cancellationToken).ConfigureAwait(false);
            foreach (string folder in found.FoldersIn(next.Folder))
            {
                open.Enqueue((folder, next.Depth + 1));
            }
        }
    }

    /// <summary>What is found on the way.</summary>
    private sealed class Found(IArtifactStore store, FoundBuild build)
    {
        private readonly Dictionary<string, ArtifactObject> _files = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<string>> _folders = new(StringComparer.Ordinal);
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly List<SkippedItem> _skipped = [];

        public List<BuildListing> Listings { get; } = [];

        public int Count { get; private set; }

        public List<string> FoldersIn(string folder) => _folders.GetValueOrDefault(folder, []);

        /// <summary>Lists one folder; false where there is nothing in it.</summary>
        public async Task<bool> AddAsync(FolderReader reader, string folder, int maxEntries, CancellationToken cancellationToken)
        {
            string full = build.Folder + folder;
            ArtifactPage page = await reader.ReadAsync(new ArtifactListRequest(full), maxEntries, cancellationToken).ConfigureAwait(false);
            foreach (ArtifactObject found in page.Objects)
            {
                _files.TryAdd(folder + found.Name[full.Length..], found);
            }

            _folders[folder] = [.. page.Folders.Select(f => folder + f[full.Length..])];
            Count += page.Objects.Count + page.Folders.Count;
            Finish(folder, page, [.. page.Objects.Select(o => Entry(o, full)), .. page.Folders.Select(f => new ListingEntry(f[full.Length..^1], true))], maxEntries, keep: folder is "" or Artifacts);
            return page.Objects.Count + page.Folders.Count + page.Foul.Count > 0;
        }

        /// <summary>Lists everything below a folder at once; false where that is too much, and then nothing of it is known.</summary>
        public async Task<bool> AddTreeAsync(FolderReader reader, string folder, ProwCollectOptions options, CancellationToken cancellationToken)
        {
            string full = build.Folder + folder;
            ArtifactPage page = await reader.ReadAsync(new ArtifactListRequest(full) { WholeTree = true }, options.MaxEntries, cancellationToken).ConfigureAwait(false);
            SortedSet<string> below = new(StringComparer.Ordinal);
            foreach (ArtifactObject found in page.Objects)
            {
                string path = found.Name[full.Length..];
                int slash = path.IndexOf('/', StringComparison.Ordinal);
                if (slash >= 0)
                {
                    below.Add(path[..slash]);
                }

                if (path.Count(c => c == '/') < options.Depth)
                {
                    _files.TryAdd(folder + path, found);
                }
            }

            Count += page.Objects.Count;
            if (page.Next is not null)
            {
                Cut(options.MaxEntries);
                return false;
            }

            _folders[folder] = [.. below.Select(name => folder + name + "/")];
            List<ListingEntry> entries = [.. page.Objects.Where(o => !o.Name.AsSpan(full.Length).Contains('/')).Select(o => Entry(o, full)), .. below.Select(name => new ListingEntry(name, true))];
            Finish(folder, page, entries, options.MaxEntries, keep: true);
            return true;
        }

        public void Cut(int limit) => _skipped.Add(ProwErrors.Cut($"{store.Bucket}/{build.Folder}{Artifacts}", limit));

        public ListedBuild ToBuild() => new(build, Listings, _files, _known, _skipped);

        private void Finish(string folder, ArtifactPage page, IEnumerable<ListingEntry> entries, int limit, bool keep)
        {
            string full = build.Folder + folder;
            _skipped.AddRange(page.Foul.Select(name => ProwErrors.FoulName(store.Bucket, full, name)));
            if (page.Next is not null)
            {
                _skipped.Add(ProwErrors.Cut($"{store.Bucket}/{full}", limit));
            }
            else
            {
                _known.Add(folder);
            }

            if (keep)
            {
                Listings.Add(new BuildListing(folder, [.. entries.OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.IsFolder)]));
            }
        }

        private static ListingEntry Entry(ArtifactObject found, string folder) => new(found.Name[folder.Length..], false, found.Bytes, found.Modified);
    }
}
