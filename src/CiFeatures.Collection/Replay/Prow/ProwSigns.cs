using System.Text;
using CiFeatures.Collection.Replay.Bucket;
using CiFeatures.Collection.Replay.Http;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Replay.Prow;

/// <summary>The small objects by which Prow points at builds: the id of a job's newest one, and links to those of pull requests.</summary>
internal static class ProwSigns
{
    private const string PullRequests = "pr-logs/pull/";
    private const string Directory = "pr-logs/directory/";
    private const string Latest = "latest-build.txt";

    /// <summary>Adds the object that names a job's newest build.</summary>
    public static void AddLatest(ProwObjects objects, string parent, string build, DateTimeOffset time) => Add(objects, parent + Latest, build, time, null);

    /// <summary>Adds the link by which a build of a pull request is found under its job's name.</summary>
    public static void AddLink(ProwObjects objects, BuildAddress address, BuildKey key, DateTimeOffset time)
    {
        if (address.Folder.StartsWith(PullRequests, StringComparison.Ordinal))
        {
            string folder = $"gs://{address.Bucket}/{address.Folder.TrimEnd('/')}";
            Add(objects, $"{Directory}{key.Job}/{key.Build}.txt", folder, time, folder);
        }
    }

    private static void Add(ProwObjects objects, string name, string text, DateTimeOffset time, string? link)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        objects.Add(new BucketObject(name, "text/plain", time, new MadeBody(bytes)) { Bytes = bytes.Length, Link = link });
    }
}
