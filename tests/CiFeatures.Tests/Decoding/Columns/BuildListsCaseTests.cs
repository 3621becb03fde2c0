using System.Text.Json;
using CiFeatures.Decoding.Columns;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Cases of TestGrid's own tests for finding builds. Each runs all that were converted.</summary>
public class BuildListsCaseTests
{
    [SkippableFact]
    public void Key_PeerCases_Agree() => CaseFile.RunAll("gcs.buildJob", test =>
    {
        (string job, string build) = BuildLists.Key(test.Text("path"));
        (job, build).ShouldBe((test.Text("job"), test.Text("build")));
    });

    [SkippableFact]
    public void NewestFirst_PeerCases_Agree() => CaseFile.RunAll("gcs.sort", test =>
        BuildLists.NewestFirst(test.List("builds").Select(Build)).ShouldBe(test.List("want").Select(Build)));

    [SkippableFact]
    public void From_PeerCases_Agree() => CaseFile.RunAll("gcs.listBuilds", test =>
    {
        string after = test.Text("offset");
        if (test.Flag("err"))
        {
            Should.Throw<IOException>(() => BuildLists.From(Objects(test.At("iterator")), "bucket", after));
            return;
        }

        BuildLists.From(Objects(test.At("iterator")), "bucket", after).ShouldBe(test.List("expected").Select(b => new ListedBuild(b.Text("path"), b.Text("baseName"))));
    });

    private static ListedBuild Build(JsonElement build) => new(build.At("path").At("url").Text("host") + "/" + build.At("path").At("url").Text("path"), build.Text("baseName"));

    private static IEnumerable<ListedObject> Objects(JsonElement iterator)
    {
        int index = 0;
        foreach (JsonElement entry in iterator.List("objects"))
        {
            if (iterator.Has("err") && index++ == iterator.Int("err"))
            {
                throw new IOException("the listing broke off");
            }

            yield return new(entry.Text("prefix"), entry.Text("name"), entry.Map("metadata"));
        }
    }
}
