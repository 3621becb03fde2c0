using System.Globalization;
using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Reports;

namespace CiFeatures.Tests.Features.Artifacts.Reports;

public class CompletenessTests
{
    private readonly CompletenessReport _notebook = Of(NotebookBuilds.Make(), countParent: true);

    [Fact]
    public void Top_OfTheNotebooksBuilds_HasItsCountsAndShares()
    {
        _notebook.Builds.ShouldBe(242);
        _notebook.Top.Builds.ShouldBe(242);
        Lines(_notebook.Top).ShouldBe(["7: 238 0.983471", "6: 3 0.012397", "5: 1 0.004132"]);
        _notebook.Top.Combinations.Select(c => c.Builds).ShouldBe([238, 2, 1, 1]);
        _notebook.Top.Combinations[0].Names.ShouldBe(NotebookBuilds.Whole);
        _notebook.Top.Combinations[1].Names.ShouldBe(NotebookBuilds.Whole.Except(["podinfo.json"]));
    }

    [Fact]
    public void Artifacts_OfTheNotebooksBuilds_HasItsCountsAndShares()
    {
        Lines(_notebook.Artifacts).Select(l => l.Split(' ')[..2]).Select(l => string.Join(' ', l)).ShouldBe(["6: 95", "8: 58", "7: 46", "5: 36", "1: 2", "3: 2", "4: 2", "2: 1"]);
        _notebook.Artifacts.Combinations.Take(3).Select(c => Six(c.Share)).ShouldBe(["0.380165", "0.239669", "0.161157"]);
        _notebook.Artifacts.Combinations[0].Names.ShouldBe(NotebookBuilds.Plain.Order(StringComparer.Ordinal));
        _notebook.Artifacts.Combinations.Sum(c => c.Builds).ShouldBe(242);
    }

    [Fact]
    public void Files_OfTheNotebooksBuilds_SayWhatIsMissingHowOften()
    {
        EntryAbsence podInfo = _notebook.Top.Files.Single(f => f.Name == "podinfo.json");

        podInfo.ShouldBe(new EntryAbsence("podinfo.json", 239, 3, 3 / 242.0));
        _notebook.Top.Files[0].Missing.ShouldBe(0);
        _notebook.Top.Files.Select(f => f.Missing).ShouldBeInOrder();
    }

    [Fact]
    public void Completeness_WithoutTheParent_CountsEntriesOnly()
    {
        CompletenessReport report = Of(NotebookBuilds.Make(), countParent: false);

        report.Top.EntryCounts.Select(c => c.Entries).ShouldBe([6, 5, 4]);
        report.Artifacts.EntryCounts.Select(c => c.Entries).ShouldContain(0);
        report.Artifacts.Combinations.ShouldBe(_notebook.Artifacts.Combinations, new SameCombination());
    }

    [Fact]
    public void Completeness_FolderThatNobodyLookedInto_IsInNoDenominator()
    {
        MemoryBuilds builds = new MemoryBuilds()
            .Add(new BuildRecord { Key = new("a", "1") })
            .Add(new BuildRecord { Key = new("a", "2"), Listings = [MemoryBuilds.Listing("", "artifacts/", "x")] })
            .Add(new BuildRecord { Key = new("a", "3"), Listings = [MemoryBuilds.Listing("", "x")] });

        CompletenessReport report = Of(builds, countParent: false);

        (report.Builds, report.Top.Builds, report.Artifacts.Builds).ShouldBe((3, 2, 1));
        report.Artifacts.Combinations.ShouldHaveSingleItem().Names.ShouldBeEmpty();
    }

    [Fact]
    public void Completeness_NoBuildIsKnown_HasNoRows()
    {
        CompletenessReport report = Of(new MemoryBuilds().Add(new BuildRecord { Key = new("a", "1") }), countParent: true);

        report.Top.Builds.ShouldBe(0);
        report.Top.EntryCounts.ShouldBeEmpty();
        report.Artifacts.Combinations.ShouldBeEmpty();
    }

    private static CompletenessReport Of(MemoryBuilds builds, bool countParent) => new BuildReports(builds.Plan(), null, CancellationToken.None).Completeness(countParent);

    private static IEnumerable<string> Lines(FolderCompleteness folder) => folder.EntryCounts.Select(c => $"{c.Entries}: {c.Builds} {Six(c.Share)}");

    private static string Six(double share) => share.ToString("0.000000", CultureInfo.InvariantCulture);

    private sealed class SameCombination : IEqualityComparer<EntryCombination>
    {
        public bool Equals(EntryCombination? x, EntryCombination? y) => x!.Builds == y!.Builds && x.Names.SequenceEqual(y.Names);

        public int GetHashCode(EntryCombination obj) => obj.Builds.GetHashCode();
    }
}
