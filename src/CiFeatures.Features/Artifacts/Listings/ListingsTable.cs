using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts.Listings;

/// <summary>The table <c>listings</c>: one row for every entry of every folder that was listed.</summary>
internal static class ListingsTable
{
    public static FeatureTableDefinition<ListingContext> Define(bool withSnapshot)
    {
        FeatureColumns<ListingContext> columns = BuildKeyColumns.Begin<ListingContext>(withSnapshot, c => c.Build)
            .Text("folder", "The folder below the build's own, with a slash at its end; an empty text for the top level", c => c.Folder)
            .Text("name", "The entry's name in the folder; a link to the folder above is no entry", c => c.Entry.Name)
            .Flag("is_folder", "Whether the entry is a folder", c => c.Entry.IsFolder)
            .LongCount("bytes", "bytes", "The entry's size as stored in the bucket", c => c.Entry.Bytes, "for folders and where the listing does not say")
            .Time("modified", "When the entry was last written", c => c.Entry.Modified?.ToUnixTimeMilliseconds(), "for folders and where the listing does not say");
        return new FeatureTableDefinition<ListingContext>("listings", "job, build, folder, name", columns);
    }
}
