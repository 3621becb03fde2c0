using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Writing;

namespace CiFeatures.Tests.Collection.Store.Writing;

public class JournalReaderTests
{
    [Fact]
    public void ReadFiles_CutAtEveryByte_GivesTheWholeLinesOnly()
    {
        using TemporaryFolder folder = new();
        byte[] journal = Journal();
        int[] ends = [.. Enumerable.Range(0, journal.Length).Where(i => journal[i] == '\n')];
        for (int cut = 0; cut <= journal.Length; cut++)
        {
            Put(folder, journal[..cut]);
            int lines = ends.Count(end => end < cut);
            JournalReader.ReadFiles(FolderOf(folder), out _).Count.ShouldBe(Math.Max(0, lines - 1), $"cut at {cut}");
            (JournalReader.ReadHeader(FolderOf(folder)) is not null).ShouldBe(lines > 0, $"cut at {cut}");
        }
    }

    [Fact]
    public void ReadFiles_EveryByteInverted_NeverFailsAndNeverInvents()
    {
        using TemporaryFolder folder = new();
        byte[] journal = Journal();
        for (int i = 0; i < journal.Length; i++)
        {
            byte[] flipped = [.. journal];
            flipped[i] ^= 0xFF;
            Put(folder, flipped);
            JournalReader.ReadFiles(FolderOf(folder), out _).Count.ShouldBeLessThanOrEqualTo(ResumeScene.Answers.Count);
            _ = JournalReader.ReadHeader(FolderOf(folder));
        }
    }

    [Fact]
    public void ReadHeader_OfAnotherSnapshot_IsNotTaken()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("other"));
        File.WriteAllBytes(folder.PathOf("other", ".journal"), Journal());
        JournalReader.ReadHeader(folder.PathOf("other")).ShouldBeNull();
        JournalReader.ReadHeader(folder.PathOf("none")).ShouldBeNull();
    }

    [Fact]
    public void Append_AfterATornLine_TakesItsPlace()
    {
        using TestStore test = new();
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            ResumeScene.Store(writer, 1);
        }

        string journal = Path.Combine(ResumeScene.FolderOf(test.Store), ".journal");
        File.AppendAllText(journal, "{\"path\":\"testgrid/d/ta");
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            ResumeScene.Store(writer, 2);
        }

        File.ReadAllLines(journal).Length.ShouldBe(3);
        JournalReader.ReadFiles(ResumeScene.FolderOf(test.Store), out _).Count.ShouldBe(2);
    }

    private static string FolderOf(TemporaryFolder folder) => folder.PathOf("2021-07-28T131018Z");

    private static void Put(TemporaryFolder folder, byte[] journal)
    {
        Directory.CreateDirectory(FolderOf(folder));
        File.WriteAllBytes(Path.Combine(FolderOf(folder), ".journal"), journal);
    }

    private static byte[] Journal()
    {
        using TestStore test = new();
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            ResumeScene.Store(writer, ResumeScene.Answers.Count);
        }

        return File.ReadAllBytes(Path.Combine(ResumeScene.FolderOf(test.Store), ".journal"));
    }
}
