using CiFeatures.Collection.Store;

namespace CiFeatures.Tests.Collection;

/// <summary>A collection of a few fixed answers that can be stopped after any of them and gone on with.</summary>
internal static class ResumeScene
{
    public const string Recipe = "all of it";
    public static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    public static IReadOnlyList<(NewBody About, byte[] Body)> Answers { get; } =
    [
        (TestStore.Summary("d") with { Url = "https://t/d/summary", Status = 200, Etag = "\"s\"" }, TestStore.Bytes("{\"s\":1}")),
        (TestStore.Table("d", "a/b") with { Url = "https://t/d/a", Status = 200, Tests = 0, Runs = 0, LastModified = "Wed, 28 Jul 2021 13:10:18 GMT" }, TestStore.Bytes("{\"a\":\"ü\"}")),
        (new NewBody("testgrid-state/d/tabs/j.pb.zlib") { Dashboard = "d", Job = "j", Url = "gs://b/d/j", Status = 200 }, TestStore.Bytes("{state")),
        (TestStore.Table("d", "c") with { Url = "https://t/d/c", Status = 200 }, TestStore.Bytes("{}")),
    ];

    public static SnapshotWriter Begin(SnapshotStore store) => store.CreateOrResume(TestStore.Source, Recipe, ADay);

    /// <summary>Stores the first answers that are not there.</summary>
    public static void Store(SnapshotWriter writer, int count)
    {
        foreach ((NewBody about, byte[] body) in Answers.Take(count).Where(a => writer.Recovered(a.About.Path) is null))
        {
            writer.Write(about, body);
        }
    }

    /// <summary>Collects everything, going on with what there is.</summary>
    public static SnapshotManifest Finish(SnapshotStore store)
    {
        using SnapshotWriter writer = Begin(store);
        Store(writer, Answers.Count);
        return writer.Complete();
    }

    /// <summary>The state of a store's files as a killed process would leave them: a copy, whose marks nobody holds.</summary>
    public static SnapshotStore KilledCopy(TestStore test, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(test.Store.Root, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(test.Store.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);

            // A mark is locked by its writer, and empty.
            File.WriteAllBytes(copy, Path.GetFileName(file) == ".writing" ? [] : ReadShared(file));
        }

        return new SnapshotStore(folder, test.Clock, new FakeDecoder());
    }

    public static string FolderOf(SnapshotStore store) => store.List().Single().Folder;

    private static byte[] ReadShared(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
