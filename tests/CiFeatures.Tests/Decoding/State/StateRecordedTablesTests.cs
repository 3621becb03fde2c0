using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State;
using CiFeatures.Decoding.TableAnswers;
using CiFeatures.Tests.Decoding.TableAnswers;

namespace CiFeatures.Tests.Decoding.State;

/// <summary>Recorded table answers as grid objects: the same job from either source has the same cells.</summary>
public class StateRecordedTablesTests
{
    [SkippableTheory]
    [InlineData("4.6GA")]
    [InlineData("4.7GA")]
    [InlineData("4.8GA")]
    public void WriteAndRead_RecordedTables_GiveEqualGrids(string release)
    {
        int tables = 0;
        foreach ((JobKey key, string path) in RecordedAnswers.Tables(release))
        {
            JobGrid grid = TableAnswerReader.Read(RecordedAnswers.Load(path).Span, key, []);
            List<DecodeIssue> issues = [];
            JobGrid back = StateGridReader.Read(StateGridWriter.Write(grid), key, issues);

            GridAgreement.ShouldAgree(back, grid);
            issues.Where(i => !i.Position.StartsWith("run", StringComparison.Ordinal)).ShouldBeEmpty();
            tables++;
        }

        tables.ShouldBeGreaterThan(0);
    }
}
