using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Collection.Store;

public class SnapshotReaderTests
{
    [Fact]
    public void Reader_Snapshot_GivesNamesInOrdinalOrder()
    {
        using TestStore test = new();
        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            foreach (string job in new[] { "b", "a/z", "B2", "a" })
            {
                writer.Write(TestStore.Table("d/2", job), TestStore.Bytes("{}"));
            }

            writer.Write(TestStore.Summary("d/10"), TestStore.Bytes("{}"));
            writer.Complete();
        }

        SnapshotReader reader = test.Store.OpenSnapshots("latest").Single();
        reader.SnapshotId.ShouldBe("2021-07-28T131018Z");
        reader.Created.ShouldBe(test.Clock.Now);
        reader.Fingerprint.Length.ShouldBe(64);
        reader.Dashboards.ShouldBe(["d/10", "d/2"]);
        reader.JobsWithTable("d/2").ShouldBe(["B2", "a", "a/z", "b"]);
        reader.JobsWithTable("d/10").ShouldBeEmpty();
        reader.JobsWithTable("unknown").ShouldBeEmpty();
        reader.ReadSummary("d/10", [])!.Dashboard.ShouldBe("{}");
        reader.ReadSummary("d/2", []).ShouldBeNull();
        reader.ReadGrid(new JobKey("d/2", "a/z"), []).Key.ShouldBe(new JobKey("d/2", "a/z"));
    }

    [Fact]
    public void ReadGrid_UnknownJob_NamesIt()
    {
        using TestStore test = new();
        test.Write();
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => test.Store.OpenSnapshots("latest")[0].ReadGrid(new JobKey("d", "nope"), []));
        e.Code.ShouldBe("CIF1212");
        e.Message.ShouldContain("d / nope");
    }

    [Fact]
    public void ReadGrid_FileGone_IsAnIntegrityError()
    {
        using TestStore test = new();
        string file = test.FileOf(test.Write().Id, "testgrid/d/table/a%2Fb.json.gz");
        File.Delete(file);
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => test.Store.OpenSnapshots("latest")[0].ReadGrid(new JobKey("d", "a/b"), []));
        e.Code.ShouldBe("CIF1208");
        e.Kind.ShouldBe(ErrorKind.Integrity);
        e.Place.ShouldBe(file);
    }

    [Fact]
    public void ReadSummary_OtherBytes_IsAnIntegrityError()
    {
        using TestStore test = new();
        string file = test.FileOf(test.Write().Id, "testgrid/d/summary.json.gz");
        File.WriteAllBytes(file, AnswerTexts.Zipped("[]"));
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => test.Store.OpenSnapshots("latest")[0].ReadSummary("d", []));
        e.Code.ShouldBe("CIF1209");
        e.Kind.ShouldBe(ErrorKind.Integrity);
        e.Place.ShouldBe(file);
    }

    [Fact]
    public void ReadSummary_NotAnAnswer_NamesFileAndPlace()
    {
        using TestStore test = new();
        string file = test.FileOf(test.Write(summary: "<html>").Id, "testgrid/d/summary.json.gz");
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => test.Store.OpenSnapshots("latest")[0].ReadSummary("d", []));
        e.Code.ShouldBe("CIF1211");
        e.Place.ShouldBe(file + ", byte 0");
    }

    [Fact]
    public void ReadGrid_FromSeveralThreads_Works()
    {
        using TestStore test = new();
        test.Write();
        SnapshotReader reader = test.Store.OpenSnapshots("latest")[0];
        Parallel.For(0, 100, _ => reader.ReadGrid(new JobKey("d", "a/b"), []).CellCount.ShouldBe(0));
    }
}
