using CiFeatures.Core.Builds;

namespace CiFeatures.Features.Artifacts.Builds;

/// <summary>Whether a build has a file, as far as its listings and the files that were asked for say. What nobody looked at is not known, and not absent.</summary>
internal sealed class BuildPresence
{
    private readonly Dictionary<string, IReadOnlyList<ListingEntry>> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BuildFile> _files = new(StringComparer.Ordinal);

    public BuildPresence(BuildRecord record)
    {
        foreach (BuildListing listing in record.Listings)
        {
            _folders.TryAdd(listing.Folder, listing.Entries);
        }

        foreach (BuildFile file in record.Files)
        {
            _files.TryAdd(file.Path, file);
        }
    }

    /// <summary>Gives a folder's entries: none for a folder that is known not to be there, null for one that nobody looked into.</summary>
    public IReadOnlyList<ListingEntry>? Entries(string folder) =>
        _folders.TryGetValue(folder, out IReadOnlyList<ListingEntry>? entries) ? entries : Listed(folder) == false ? [] : null;

    /// <summary>Whether a file is there; null when neither a listing nor a request tells.</summary>
    public bool? Has(string path) => _files.TryGetValue(path, out BuildFile? file) ? !file.IsMissing : Listed(path);

    /// <summary>The size of a file that was taken, after content decoding; null when it was not taken.</summary>
    public long? Bytes(string path) => _files.GetValueOrDefault(path)?.Bytes;

    /// <summary>The entry of a listed folder; null when there is none or the folder was not listed.</summary>
    public ListingEntry? Entry(string path)
    {
        int name = path.LastIndexOf('/') + 1;
        return _folders.GetValueOrDefault(path[..name])?.FirstOrDefault(e => !e.IsFolder && e.Name == path[name..]);
    }

    // From the top down: the first listed folder that lacks the next part of the path settles it.
    private bool? Listed(string path)
    {
        for (int start = 0; ;)
        {
            int slash = path.IndexOf('/', start);
            bool isFolder = slash >= 0;
            string name = isFolder ? path[start..slash] : path[start..];
            bool isListed = _folders.TryGetValue(path[..start], out IReadOnlyList<ListingEntry>? entries);
            if (isListed && !entries!.Any(e => e.IsFolder == isFolder && e.Name == name))
            {
                return false;
            }

            start = slash + 1;
            if (!isFolder || start == path.Length)
            {
                return isListed ? true : null;
            }
        }
    }
}
