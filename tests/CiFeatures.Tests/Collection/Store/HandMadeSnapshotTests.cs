using System.Security.Cryptography;
using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Collection.Store;

public class HandMadeSnapshotTests
{
    [Fact]
    public void OpenSnapshots_SnapshotThatNoWriterOfOursMade_IsReadAndVerified()
    {
        using TemporaryFolder folder = new();
        string table = AnswerTexts.TableOf("j", "only");
        byte[] bytes = Encoding.UTF8.GetBytes(table);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string path = "testgrid/a%2Fb/table/j.json.gz";
        string root = folder.PathOf("snapshots", "2020-02-29T000000Z-3");
        byte[] zipped = AnswerTexts.Zipped(table);
        zipped[8] = 0;
        zipped[9] = 255;
        Directory.CreateDirectory(Path.Combine(root, "testgrid", "a%2Fb", "table"));
        File.WriteAllBytes(Path.Combine(root, "testgrid", "a%2Fb", "table", "j.json.gz"), zipped);
        File.WriteAllText(Path.Combine(root, "manifest.json"), $$$"""
            {"schema":"cifeatures/snapshot/v1","id":"2020-02-29T000000Z-3","created":"2020-02-29T00:00:00Z",
             "source":{"kind":"by-hand","location":""},
             "fingerprint":"{{{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{path}\t{hash}\t{bytes.Length}\n")))}}}",
             "counts":{"files":1,"bytes":{{{bytes.Length}}},"dashboards":1,"summaries":0,"tables":1,"skipped":0},
             "files":[{"path":"{{{path}}}","dashboard":"a/b","job":"j","url":"https://x/","status":200,"sha256":"{{{hash}}}","bytes":{{{bytes.Length}}},
                       "fetched_at":"2020-02-29T00:00:00.5Z","etag":"W/\"1\""}],
             "skipped":[]}
            """);

        SnapshotStore store = SnapshotStore.Open(folder.Root, new FixedClock());
        SnapshotReader reader = store.OpenSnapshots("2020-02-29T000000Z-3").Single();
        reader.ReadGrid(new JobKey("a/b", "j"), []).Tests.Single().Name.ShouldBe("only");
        reader.Manifest.Files.Single().FetchedAt.ShouldBe(new DateTimeOffset(2020, 2, 29, 0, 0, 0, 500, TimeSpan.Zero));
        StoreVerification.Run(store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }
}
