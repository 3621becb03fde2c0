using CiFeatures.Collection.Store;

namespace CiFeatures.Tests.Collection.Store;

public class SnapshotWriterReuseTests
{
    private const string Url = "https://t/d/j";
    private static readonly NewBody About = TestStore.Table("d", "j") with { Url = Url, Status = 200, Tests = 2, Runs = 3 };

    [Fact]
    public void Former_WithValidators_GivesTheNewestOfSameAddress()
    {
        using TestStore test = new();
        Take(test, About with { Etag = "\"1\"" });
        Take(test, About with { LastModified = "Wed, 28 Jul 2021 13:10:18 GMT" });
        Take(test, About);
        Take(test, About with { Url = "https://other/d/j", Etag = "\"9\"" });
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        SnapshotFile former = writer.Former(About.Path, Url).ShouldNotBeNull();
        former.LastModified.ShouldBe("Wed, 28 Jul 2021 13:10:18 GMT");
        former.Etag.ShouldBeNull();
        writer.Former(About.Path, "https://none/").ShouldBeNull();
        writer.Former("testgrid/d/summary.json.gz", Url).ShouldBeNull();
    }

    [Fact]
    public void Former_OlderThanTheNewestFew_IsNotLookedFor()
    {
        using TestStore test = new();
        Take(test, About with { Etag = "\"1\"" });
        for (int i = 0; i < 5; i++)
        {
            test.Write();
        }

        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Former(About.Path, Url).ShouldBeNull();
    }

    [Fact]
    public void Former_DamagedManifests_ArePassedOver()
    {
        using TestStore test = new();
        Take(test, About with { Etag = "\"1\"" });
        for (int i = 0; i < 7; i++)
        {
            File.WriteAllText(test.FileOf(test.Write().Id, "manifest.json"), "[]");
        }

        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Former(About.Path, Url)!.Etag.ShouldBe("\"1\"");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reuse_SoundBody_IsStoredWithoutFetching(bool linksWork)
    {
        using TestStore test = linksWork ? new() : new((_, _) => false);
        string first = Take(test, About with { Etag = "\"1\"" });
        using SnapshotWriter writer = ResumeScene.Begin(test.Store);
        NewBody answer = TestStore.Table("d", "j") with { Url = Url, Status = 304, FetchedAt = test.Clock.Now };
        SnapshotFile reused = writer.Reuse(answer, writer.Former(About.Path, Url)!).ShouldNotBeNull();
        reused.Status.ShouldBe(304);
        (reused.Etag, reused.Tests, reused.Runs, reused.Cells).ShouldBe(("\"1\"", 2, 3, 6));
        writer.LinkedFiles.ShouldBe(linksWork ? 1 : 0);
        SnapshotManifest manifest = writer.Complete();
        test.Store.Delete(first);
        test.Store.OpenSnapshots("latest")[0].ReadBody(manifest.Files[0]).ShouldBe(TestStore.Bytes("{j}"));

        // What was reused can be asked about again.
        using SnapshotWriter third = test.Store.Create(TestStore.Source);
        third.Former(About.Path, Url)!.Etag.ShouldBe("\"1\"");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reuse_BodyGoneOrDamaged_IsNotStored(bool gone)
    {
        using TestStore test = new();
        string file = test.FileOf(Take(test, About with { Etag = "\"1\"" }), About.Path);
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        SnapshotFile former = writer.Former(About.Path, Url)!;
        if (gone)
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
        else
        {
            File.WriteAllBytes(file, AnswerTexts.Zipped("{k}"));
        }

        writer.Reuse(About, former).ShouldBeNull();
        writer.Write(About, TestStore.Bytes("{j}")).Status.ShouldBe(200);
        writer.Complete();
    }

    [Fact]
    public void Reuse_AnotherPath_IsRefused()
    {
        using TestStore test = new();
        Take(test, About with { Etag = "\"1\"" });
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        SnapshotFile former = writer.Former(About.Path, Url)!;
        Should.Throw<ArgumentException>(() => writer.Reuse(TestStore.Table("d", "k"), former));
        writer.Reuse(About, former with { Tests = 7 }).ShouldBeNull("It is no entry of a former snapshot.");
    }

    [Fact]
    public void Write_TwoCollectionsTakeTurns_LinkToTheirOwnFormerOnes()
    {
        using TestStore test = new();
        Take(test, About with { Url = "a" }, "{a}");
        Take(test, About with { Url = "b" }, "{b}");
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Write(About with { Url = "a" }, TestStore.Bytes("{a}"));
        writer.LinkedFiles.ShouldBe(1);
        writer.Complete();
    }

    [Fact]
    public void Write_FormerSnapshotVanishes_WritesTheBody()
    {
        using TestStore test = new();
        NewBody about = About with { Tests = 0, Runs = 0 };
        string first = Take(test, about);
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Former(About.Path, Url).ShouldBeNull();
        test.Store.Delete(first);
        writer.Write(about, TestStore.Bytes("{j}"));
        writer.LinkedFiles.ShouldBe(0);
        writer.Complete();
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void KnownBytes_FormerManifest_KnowsThem()
    {
        using TestStore test = new();
        Take(test, About);
        test.Store.KnownBytes(About.Path, Url).ShouldBe(3);
        test.Store.KnownBytes(About.Path, "https://other/").ShouldBeNull();
    }

    private static string Take(TestStore test, NewBody about, string body = "{j}")
    {
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Write(about, TestStore.Bytes(body));
        return writer.Complete().Id;
    }
}
