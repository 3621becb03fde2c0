using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Columns;
using CiFeatures.Decoding.State;
using FsCheck;
using FsCheck.Fluent;
using static CiFeatures.Tests.Decoding.Columns.ColumnSamples;

namespace CiFeatures.Tests.Decoding.Columns;

public class BuildGridPropertyTests
{
    private static readonly JobKey Key = new("prow", "job");

    private static readonly Gen<JUnitCase> AnyCase =
        from name in Gen.Elements("a", "b", "c10", "c9", "")
        from suite in Gen.Elements("", "s", "s.t")
        from status in Gen.Elements(Enum.GetValues<JUnitStatus>())
        from seconds in Gen.Elements<double?>(null, 0, 1, 90)
        from message in Gen.Elements("", "boom", "skipped")
        from property in Gen.Elements("", "1", "2.5", "text")
        select new JUnitCase
        {
            Name = name,
            Suite = suite,
            Status = status,
            Seconds = seconds,
            Message = message,
            HasBareSkip = status == JUnitStatus.Skipped && message == "skipped",
            Properties = property.Length == 0 ? [] : [KeyValuePair.Create("p", property)],
        };

    private static readonly Gen<(int Kind, JUnitCase[][] Files)> AnyBuild = Gen.Choose(0, 5).Zip(AnyCase.ArrayOf().ArrayOf(2));

    private static readonly ColumnOptions[] Options =
    [
        ColumnOptions.Stored,
        ColumnOptions.Stored with { MergeSameNames = false, IgnoreSkipped = true, ShortTextMetric = "p", UserProperty = "p" },
        ColumnOptions.Stored with { BuildTimeFormat = "%Y-%m-%d %H", Names = new("%s %s", [TestNameFormat.TestPart, "Context"]) },
    ];

    [Fact]
    public void Build_BuildsAndFilesInAnyOrder_GivesTheSameGrid() =>
        Prop.ForAll(AnyBuild.ArrayOf(6).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (builds, seed) =>
        {
            ColumnOptions options = Options[seed % Options.Length];
            byte[] ordered = StateGridWriter.Write(Grid(builds, options, null));
            return ordered.AsSpan().SequenceEqual(StateGridWriter.Write(Grid(builds, options, seed)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Build_AnyBuilds_SurviveTheFormOfTheBucket() =>
        Prop.ForAll(AnyBuild.ArrayOf(6).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (builds, seed) =>
        {
            JobGrid made = Grid(builds, Options[seed % Options.Length], null);
            List<DecodeIssue> issues = [];
            JobGrid read = StateGridReader.Read(StateGridWriter.Write(made), Key, issues);

            issues.ShouldBeEmpty();
            read.Statuses.SequenceEqual(made.Statuses).ShouldBeTrue();
            read.Runs.Builds.ShouldBe(made.Runs.Builds);
            read.Runs.TimesMs.SequenceEqual(made.Runs.TimesMs).ShouldBeTrue();
            read.Runs.HeaderNames.ShouldBe(made.Runs.HeaderNames);
            read.Info.ColumnIds.ValueOr([]).ShouldBe(made.Info.ColumnIds.ValueOr([]));
            for (int test = 0; test < made.Tests.Count; test++)
            {
                SameRow(made, read, test);
            }
        }).QuickCheckThrowOnFailure();

    private static void SameRow(JobGrid made, JobGrid read, int test)
    {
        (read.Tests[test].Name, read.Tests[test].Id).ShouldBe((made.Tests[test].Name, made.Tests[test].Id));
        read.Tests[test].DurationMinutes.ShouldBe(made.Tests[test].DurationMinutes);
        read.Tests[test].MetricNames.ShouldBe(made.Tests[test].MetricNames);
        CellCursor wanted = made.Cells(test);
        foreach (GridCell cell in read.Cells(test))
        {
            wanted.MoveNext();
            GridCell want = wanted.Current;
            (cell.Message, cell.ShortText, cell.CellId, cell.UserProperty, cell.Metric("p")).ShouldBe((want.Message, want.ShortText, want.CellId, want.UserProperty, want.Metric("p")));
        }
    }

    private static JobGrid Grid((int Kind, JUnitCase[][] Files)[] builds, ColumnOptions options, int? seed)
    {
        int[] order = [.. Enumerable.Range(0, builds.Length)];
        if (seed is { } given)
        {
            new System.Random(given).Shuffle(order);
        }

        BuildGridBuilder builder = new(options, Now);
        foreach (int i in order)
        {
            string build = (8 + i).ToString(System.Globalization.CultureInfo.InvariantCulture);
            IEnumerable<(string, IReadOnlyList<JUnitCase>)> files = builds[i].Files.Select((cases, f) => ($"artifacts/junit_{f}.xml", (IReadOnlyList<JUnitCase>)cases));
            switch (builds[i].Kind)
            {
                case 0:
                    builder.AddUnreadable(new("job", build), "broken");
                    break;
                case 1:
                    builder.Add(Record(build, 30 - i) with { Started = null }, null, files, []);
                    break;
                default:
                    builder.Add(Record(build, 30 - (i / 2), builds[i].Kind switch { 2 => null, 3 => false, _ => true }, pod: i % 2 == 0), null, seed is null ? files : files.Reverse(), []);
                    break;
            }
        }

        return builder.Build(Key);
    }
}
