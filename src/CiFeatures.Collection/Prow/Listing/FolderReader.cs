using CiFeatures.Collection.Artifacts;

namespace CiFeatures.Collection.Prow.Listing;

/// <summary>Reads listings to their end.</summary>
/// <param name="store">The bucket.</param>
internal sealed class FolderReader(IArtifactStore store)
{
    private const int MaxPages = 10_000;

    /// <summary>Reads all pages.</summary>
    /// <param name="request">What is listed.</param>
    /// <param name="maxEntries">After how many entries no further page is read.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>All entries in ordinal order; its <see cref="ArtifactPage.Next"/> is null where it is complete.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">A page cannot be had, or they do not end (CIF1246).</exception>
    public async Task<ArtifactPage> ReadAsync(ArtifactListRequest request, long maxEntries, CancellationToken cancellationToken)
    {
        Dictionary<string, ArtifactObject> objects = new(StringComparer.Ordinal);
        SortedSet<string> folders = new(StringComparer.Ordinal);
        SortedSet<string> foul = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? next = null;
        do
        {
            ArtifactPage page = await store.ListAsync(request with { Continuation = next }, cancellationToken).ConfigureAwait(false);
            foreach (ArtifactObject found in page.Objects)
            {
                if (ArtifactNames.Below(request.Folder, found.Name, request.WholeTree) is null)
                {
                    foul.Add(found.Name);
                }
                else
                {
                    objects.TryAdd(found.Name, found);
                }
            }

            foreach (string folder in page.Folders)
            {
                (ArtifactNames.Below(request.Folder, folder, wholeTree: false) is null ? foul : folders).Add(folder);
            }

            foul.UnionWith(page.Foul);
            next = page.Next;

            // A page that leads to itself would lead nowhere for ever.
            if (next is not null && (!seen.Add(next) || seen.Count >= MaxPages))
            {
                throw ArtifactErrors.EndlessListing($"{store.Bucket}/{request.Folder}", seen.Count);
            }
        }
        while (next is not null && objects.Count + folders.Count < maxEntries);
        return new ArtifactPage([.. objects.Values.OrderBy(o => o.Name, StringComparer.Ordinal)], [.. folders], next) { Foul = [.. foul] };
    }
}
