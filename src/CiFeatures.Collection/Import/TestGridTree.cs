using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Import;

/// <summary>Finds answers in a folder: <c>&lt;dashboard&gt;/summary.json[.gz]</c> and <c>&lt;dashboard&gt;/table/&lt;job&gt;.json[.gz]</c>, at any depth.</summary>
internal sealed class TestGridTree
{
    private const string TableFolder = "table";
    private static readonly string[] Endings = [".json.gz", ".json"];

    private readonly string _given;
    private readonly string _root;
    private readonly ImportOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, string> _dashboards = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private int _entries;

    private TestGridTree(string given, string root, ImportOptions options, CancellationToken cancellationToken)
    {
        _given = given;
        _root = root;
        _options = options;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The answers, in ordinal order of dashboard and job.</summary>
    public List<FoundAnswer> Answers { get; } = [];

    /// <summary>What looks like an answer and cannot be taken.</summary>
    public List<SkippedItem> Skipped { get; } = [];

    /// <summary>Looks through a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="storeRoot">The store that is imported into; not looked through where it lies inside the folder.</param>
    /// <param name="options">How deep and how far to look.</param>
    /// <param name="cancellationToken">Stops between two folders.</param>
    /// <exception cref="CiFeaturesException">It is not there, cannot be read, is too large, or has a dashboard twice.</exception>
    public static TestGridTree Find(string folder, string storeRoot, ImportOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (!Directory.Exists(folder) || CanonicalPath.Of(folder) is not { } root)
            {
                throw CollectionErrors.NoFolder(folder, Path.Exists(folder) ? "it is not a folder." : "it does not exist.");
            }

            TestGridTree tree = new(folder, root, options, cancellationToken);
            if (CanonicalPath.Of(storeRoot) is { } store && !string.Equals(store, root, StringComparison.Ordinal))
            {
                tree._visited.Add(store);
            }

            tree.Visit(root, 0);
            tree.Answers.Sort((a, b) => (string.CompareOrdinal(a.Dashboard, b.Dashboard), string.CompareOrdinal(a.Job, b.Job)) switch
            {
                (0, var byJob) => byJob,
                (var byDashboard, _) => byDashboard,
            });
            return tree;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.NoFolder(folder, e.Message);
        }
    }

    // The recursion is bounded by MaxDepth.
    private void Visit(string folder, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!_visited.Add(folder))
        {
            return;
        }

        List<FileSystemInfo> entries = Entries(folder);
        if (IsDashboard(entries))
        {
            TakeDashboard(folder, entries);
            return;
        }

        foreach (FileSystemInfo entry in entries.Where(e => IsFolder(e) && !e.Name.StartsWith('.')))
        {
            if (depth < _options.MaxDepth && Inside(entry) is { } inside)
            {
                Visit(inside, depth + 1);
            }
        }
    }

    private static bool IsDashboard(List<FileSystemInfo> entries) =>
        entries.Exists(e => SummaryNames.Contains(e.Name, StringComparer.Ordinal) || (e.Name == TableFolder && IsFolder(e)));

    private static IEnumerable<string> SummaryNames => Endings.Select(ending => "summary" + ending);

    private void TakeDashboard(string folder, List<FileSystemInfo> entries)
    {
        string dashboard = SafeNames.Decode(Path.GetFileName(folder));
        if (!_dashboards.TryAdd(dashboard, folder))
        {
            throw CollectionErrors.SameDashboardTwice(dashboard, Relative(_dashboards[dashboard]), Relative(folder));
        }

        Take(SummaryNames.Select(name => entries.Find(e => e.Name == name)).OfType<FileSystemInfo>(), dashboard, job: null);
        if (entries.Find(e => e.Name == TableFolder) is not { } table || Inside(table) is not { } inside)
        {
            return;
        }

        if (!Directory.Exists(inside))
        {
            Skip(table.FullName, CollectionErrors.FileNotImportable, "It is a file, where a folder of table answers was expected.");
            return;
        }

        List<(string Job, int Ending, FileSystemInfo Entry)> tables = [];
        foreach (FileSystemInfo entry in Entries(inside).Where(e => !e.Name.StartsWith('.')))
        {
            int ending = Array.FindIndex(Endings, e => entry.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
            if (ending >= 0)
            {
                tables.Add((SafeNames.Decode(entry.Name[..^Endings[ending].Length]), ending, entry));
            }
        }

        foreach (var sameJob in tables.GroupBy(t => t.Job, StringComparer.Ordinal))
        {
            Take(sameJob.OrderBy(t => t.Ending).Select(t => t.Entry), dashboard, sameJob.Key);
        }
    }

    /// <summary>Takes the first of the files that can be one answer; the others are told about.</summary>
    private void Take(IEnumerable<FileSystemInfo> candidates, string dashboard, string? job)
    {
        string? taken = null;
        foreach (FileSystemInfo candidate in candidates)
        {
            if (taken is not null)
            {
                Skip(candidate.FullName, CollectionErrors.JobTwice, $"The same answer is there as '{taken}', which was taken.");
            }
            else if (IsFolder(candidate))
            {
                Skip(candidate.FullName, CollectionErrors.FileNotImportable, "It is a folder, where a file was expected.");
            }
            else if (Inside(candidate) is { } file)
            {
                taken = candidate.Name;
                Answers.Add(new FoundAnswer(file, Relative(candidate.FullName), dashboard, job, new FileInfo(file).Length));
            }
        }
    }

    /// <summary>Where an entry really is; null, and noted, where it is not in the imported folder.</summary>
    private string? Inside(FileSystemInfo entry)
    {
        if (entry.LinkTarget is null)
        {
            return entry.FullName;
        }

        if (CanonicalPath.Of(entry.FullName) is not { } target || !Path.Exists(target))
        {
            Skip(entry.FullName, CollectionErrors.LinkLeavesFolder, "It is a symbolic link that leads nowhere.");
            return null;
        }

        if (!CanonicalPath.IsInside(target, _root))
        {
            Skip(entry.FullName, CollectionErrors.LinkLeavesFolder, "It is a symbolic link that leads out of the imported folder.");
            return null;
        }

        return target;
    }

    private List<FileSystemInfo> Entries(string folder)
    {
        List<FileSystemInfo> entries = [];
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (++_entries > _options.MaxEntries)
            {
                throw CollectionErrors.TooLarge(_given, $"The folder holds more than {_options.MaxEntries} files and folders.");
            }

            entries.Add(entry);
        }

        entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return entries;
    }

    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo;

    private void Skip(string path, string code, string reason) => Skipped.Add(new SkippedItem { Item = Relative(path), Code = code, Reason = reason });

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');
}
