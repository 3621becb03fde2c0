using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store;

public class SnapshotStoreTests
{
    [Fact]
    public void Open_NoStore_SaysSo()
    {
        using TemporaryFolder folder = new();
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => SnapshotStore.Open(folder.PathOf("none"), new FixedClock()));
        e.Code.ShouldBe("CIF1201");
        e.Place.ShouldContain("none");
        Directory.Exists(folder.PathOf("none")).ShouldBeFalse();
    }

    [Fact]
    public void Open_Store_Opens()
    {
        using TestStore test = new();
        test.Write();
        SnapshotStore.Open(test.Store.Root, new FixedClock()).List().Count.ShouldBe(1);
    }

    [Fact]
    public void Create_SameSecond_GivesNumberedIds()
    {
        using TestStore test = new();
        string[] ids = [.. Enumerable.Range(0, 11).Select(_ => test.Write().Id)];
        ids[0].ShouldBe("2021-07-28T131018Z");
        ids[1].ShouldBe("2021-07-28T131018Z-2");
        ids[10].ShouldBe("2021-07-28T131018Z-11");
        test.Store.Resolve("all").ShouldBe(ids);
        test.Store.Resolve("latest").ShouldBe(["2021-07-28T131018Z-11"]);
    }

    [Fact]
    public void Create_ManyAtOnce_NeverShareAFolder()
    {
        using TestStore test = new();
        string[] ids = new string[40];
        Parallel.For(0, ids.Length, i =>
        {
            SnapshotStore own = new(test.Store.Root, test.Clock, new FakeDecoder());
            using SnapshotWriter writer = own.Create(TestStore.Source);
            writer.Write(TestStore.Summary("d"), TestStore.Bytes($"{{{i}}}"));
            ids[i] = writer.Complete().Id;
        });
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Length);
        VerificationReport report = StoreVerification.Run(test.Store, "all", null, CancellationToken.None);
        report.Problems.ShouldBeEmpty();
        report.Snapshots.Count.ShouldBe(ids.Length);
    }

    [Fact]
    public void Create_AtGivenTime_TakesIt()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source, new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero));
        writer.Complete();
        test.Store.List().Single().Created.ShouldBe(new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }

    [Fact]
    public void Resolve_UnknownId_ListsTheAvailableOnes()
    {
        using TestStore test = new();
        string id = test.Write().Id;
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => test.Store.Resolve("2020-01-01T000000Z"));
        e.Code.ShouldBe("CIF1203");
        e.Kind.ShouldBe(ErrorKind.BadInput);
        e.Message.ShouldContain(id);
        Should.Throw<CiFeaturesException>(() => test.Store.Resolve("../" + id)).Code.ShouldBe("CIF1203");
        Should.Throw<CiFeaturesException>(() => test.Store.Resolve("")).Code.ShouldBe("CIF1203");
    }

    [Fact]
    public void List_CompleteIncompleteDamagedAndForeign_TellsThemApart()
    {
        using TestStore test = new();
        string complete = test.Write().Id;
        string damaged = test.Write().Id;
        File.WriteAllText(test.FileOf(damaged, "manifest.json"), "{");
        test.Store.Create(TestStore.Source).Dispose();
        Directory.CreateDirectory(test.FileOf("notes", "x"));

        IReadOnlyList<SnapshotInfo> list = test.Store.List();
        list.Select(s => s.State).ShouldBe([SnapshotState.Complete, SnapshotState.Damaged, SnapshotState.Incomplete]);
        list[0].Id.ShouldBe(complete);
        list[0].Counts!.Files.ShouldBe(3);
        list[0].Counts!.Bytes.ShouldBe(2 + 12 + 5);
        list[0].Counts!.Dashboards.ShouldBe(1);
        list[0].Counts!.Tables.ShouldBe(1);
        list[0].Counts!.Cells.ShouldBeNull();
        list[1].Problem.ShouldContain("CIF1205");
        Should.Throw<CiFeaturesException>(() => test.Store.OpenSnapshots("latest")).Kind.ShouldBe(ErrorKind.Integrity);
    }

    [Fact]
    public void Create_FormerManifestIsDamaged_StillWorks()
    {
        using TestStore test = new();
        File.WriteAllText(test.FileOf(test.Write().Id, "manifest.json"), "{");
        test.Write().Files.Count.ShouldBe(3);
    }

    [Fact]
    public void Delete_UnknownOrForeign_IsRefused()
    {
        using TestStore test = new();
        test.Write();
        Should.Throw<CiFeaturesException>(() => test.Store.Delete("..")).Code.ShouldBe("CIF1203");
        test.Store.List().Count.ShouldBe(1);
    }

    [Fact]
    public void Create_PathUnderAFile_SaysWhyAndHarmsNothing()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("file"), "precious");
        SnapshotStore store = SnapshotStore.OpenOrCreate(folder.PathOf("file", "store"), new FixedClock());
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => store.Create(TestStore.Source));
        e.Code.ShouldBe("CIF1202");
        e.Place.ShouldContain("file");
        File.ReadAllText(folder.PathOf("file")).ShouldBe("precious");
    }

    [SkippableFact]
    public void Create_FolderWithoutWritePermission_SaysWhy()
    {
        Skip.If(Environment.IsPrivilegedProcess, "The superuser may write everywhere.");
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("Permissions of another kind.");
        }

        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        SnapshotStore store = SnapshotStore.OpenOrCreate(folder.PathOf("locked", "store"), new FixedClock());
        Should.Throw<CiFeaturesException>(() => store.Create(TestStore.Source)).Code.ShouldBe("CIF1202");
    }
}
