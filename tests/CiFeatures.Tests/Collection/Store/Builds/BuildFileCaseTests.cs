using System.Text;
using System.Text.Json;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Decoding.Prow;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Collection.Store.Builds;

/// <summary>Cases of TestGrid's own tests that read a build out of a bucket, run on a snapshot that holds the same objects. Each runs all that were converted.</summary>
public class BuildFileCaseTests
{
    private static readonly BuildKey Key = new("job", "1");

    [SkippableFact]
    public void Started_PeerCases_Agree() => CaseFile.RunAll("gcs.started", test => CheckObject(test, "started.json", "started", (record, expected) =>
    {
        (record.Started is null).ShouldBe(expected.Flag("pending"));
        if (record.Started is { } started)
        {
            JsonElement want = expected.At("started");
            (started.Time?.ToUnixTimeSeconds() ?? 0, started.Node, started.Pull, started.RepoCommit).ShouldBe((want.Long("timestamp"), want.Text("node"), want.Text("pull"), want.Text("repoCommit")));
            started.Repos.ShouldBe(Map(want.At("repos")), ignoreOrder: true);
            CheckMetadata(started.Metadata, started.OtherMetadata, want.At("metadata"));
        }
    }));

    [SkippableFact]
    public void Finished_PeerCases_Agree() => CaseFile.RunAll("gcs.finished", test => CheckObject(test, "finished.json", "finished", (record, expected) =>
    {
        (record.Finished is null).ShouldBe(expected.Flag("running"));
        if (record.Finished is { } finished)
        {
            JsonElement want = expected.At("finished");
            (finished.Time?.ToUnixTimeSeconds() ?? 0).ShouldBe(want.Long("timestamp"));
            finished.Passed.ShouldBe(want.Has("passed") ? want.Flag("passed") : null);
            CheckMetadata(finished.Metadata, finished.OtherMetadata, want.At("metadata"));
        }
    }));

    [SkippableFact]
    public void Suites_PeerCases_Agree() => CaseFile.RunAll("read.readSuites", test =>
    {
        const string Root = "gs://bucket/path/to/build/";
        using BuildScene scene = new();
        scene.Listing(Key, "gs://bucket/path/to/build/");
        foreach (JsonProperty data in test.Has("data") ? test.At("data").EnumerateObject().ToArray() : [])
        {
            scene.File(Key, data.Name, data.Value.Text("data"));
        }

        SnapshotReader reader = scene.Read();
        if (test.Flag("err"))
        {
            // Our list of objects is the manifest.
            File.WriteAllText(Path.Combine(reader.Folder, SnapshotPaths.Manifest), "{");
            Should.Throw<CiFeaturesException>(() => scene.Store.OpenSnapshots(SnapshotStore.Latest));
            return;
        }

        string[] paths = [.. reader.ReadBuild(Key, []).Files.Select(f => f.Path).Where(p => JUnitFileNames.OfArtifact(p) is not null)];
        IReadOnlyList<JsonElement> expected = test.List("expected");
        paths.Select(p => Root + p).ShouldBe(expected.Select(e => e.Text("path")));
        foreach ((string path, JsonElement want) in paths.Zip(expected))
        {
            List<DecodeIssue> issues = [];
            JUnitFileName name = JUnitFileNames.OfArtifact(path)!;
            JsonElement metadata = want.At("metadata");
            name.ShouldBe(new JUnitFileName(metadata.Text("Context"), metadata.Text("Timestamp"), metadata.Text("Thread")));
            ExpectedCases.ShouldAgree(reader.ReadJUnit(Key, path, issues), want.At("suites"));
            (issues.Count > 0).ShouldBe(want.Has("err"));
        }
    });

    // An object that cannot be read is a stored body that is gone.
    private static void CheckObject(JsonElement test, string path, string field, Action<BuildRecord, JsonElement> check)
    {
        using BuildScene scene = new();
        scene.Listing(Key, "");
        bool isThere = test.Has("object");
        _ = isThere ? scene.File(Key, path, test.At("object").Text("data")) : scene.Missing(Key, path);
        SnapshotReader reader = scene.Read();
        if (isThere && test.At("object").Has("readErr"))
        {
            File.Delete(Path.Combine(reader.Folder, BuildScene.PathOf(Key, path)));
            test.Has("expected").ShouldBeFalse();
            Should.Throw<CiFeaturesException>(() => reader.ReadBuild(Key, []));
            return;
        }

        BuildRecord record = reader.ReadBuild(Key, []);
        record.Files.Single(f => f.Path == path).IsMissing.ShouldBe(!isThere);
        test.At("expected").Has(field).ShouldBe(isThere && test.At("object").Text("data") != "{}");
        check(record, test.At("expected"));
    }

    private static void CheckMetadata(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string> others, JsonElement want)
    {
        JsonProperty[] all = want.ValueKind == JsonValueKind.Object ? [.. want.EnumerateObject()] : [];
        texts.ShouldBe(all.Where(p => p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => p.Value.GetString()!), ignoreOrder: true);
        others.Keys.ShouldBe(all.Where(p => p.Value.ValueKind != JsonValueKind.String).Select(p => p.Name), ignoreOrder: true);
        foreach (JsonProperty other in all.Where(p => p.Value.ValueKind != JsonValueKind.String))
        {
            JsonElement.DeepEquals(JsonDocument.Parse(Encoding.UTF8.GetBytes(others[other.Name])).RootElement, other.Value).ShouldBeTrue(other.Name);
        }
    }

    private static Dictionary<string, string> Map(JsonElement of) =>
        of.ValueKind == JsonValueKind.Object ? of.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!) : [];
}
