using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;

namespace CiFeatures.Simulation.Model;

/// <summary>Decides what is odd about the answers of a job.</summary>
internal static class OddityPlanner
{
    /// <summary>How many jobs a dashboard needs so that all oddities appear.</summary>
    public const int JobsForAll = 6;

    public static JobOddities Plan(OddityLevel level, int jobIndex, ChanceStream chance)
    {
        double place = chance.NextUnit();
        bool truncated = chance.Hits(RowMeasures.TruncatedAnswers);
        bool nullLists = chance.Hits(RowMeasures.CachedAnswers);
        double header = chance.NextUnit();
        bool shortIds = chance.Hits(0.02);
        switch (level)
        {
            case OddityLevel.None:
                return new JobOddities { Regular = true };
            case OddityLevel.Real:
                return new JobOddities
                {
                    EmptyAnswer = place < RowMeasures.EmptyJobs,
                    NullTests = place < RowMeasures.EmptyJobs / 3,
                    NoTable = place > 1 - RowMeasures.JobsWithoutTable,
                    TruncatedRow = truncated,
                    NullLists = nullLists,
                    ShortIds = shortIds,
                    HeaderVariant = header < 0.02 ? 1 + (int)(header * 150) : 0,
                };
            default:
                int turn = jobIndex % JobsForAll;
                return new JobOddities
                {
                    Forced = true,
                    EmptyAnswer = turn is 4 or 5 && jobIndex % (2 * JobsForAll) < JobsForAll,
                    NullTests = turn == 5,
                    NoTable = turn == 3 && jobIndex % (2 * JobsForAll) < JobsForAll,
                    TruncatedRow = turn == 1,
                    NullLists = turn is 1 or 3,
                    ShortIds = turn == 2,
                    HeaderVariant = turn < 3 ? turn + 1 : 0,
                };
        }
    }
}
