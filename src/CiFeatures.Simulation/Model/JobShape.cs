using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;

namespace CiFeatures.Simulation.Model;

/// <summary>How large a job is and how often it runs, drawn from the measured distributions.</summary>
internal sealed record JobShape(JobProfile Profile, int Tests, double Scale, int Runs, double SpanMs, double GapMs, bool Regular, double BarrenRunShare)
{
    private const double MsPerDay = 86_400_000;
    private const int ManyRuns = 400;
    private const double DeadShare = 0.985;

    /// <summary>Draws the shape of a job.</summary>
    /// <param name="options">The options.</param>
    /// <param name="dashboard">The dashboard; each begins its sequence elsewhere.</param>
    /// <param name="jobIndex">The job's place in its dashboard: sizes follow a sequence of low discrepancy, so that few jobs already cover the distributions.</param>
    /// <param name="chance">The job's chance.</param>
    public static JobShape Draw(SimulationOptions options, string dashboard, int jobIndex, ChanceStream chance)
    {
        double offset = StreamKey.Of(options.Seed, "offset", dashboard) % 4096 / 4096.0;
        double measuredTests = GridMeasures.Tests.At(Place(offset, jobIndex, 0.8191725134));
        int runs = Math.Max(1, (int)GridMeasures.Runs.At(Place(offset, jobIndex, 0.6710436067)));
        double barrenShare = GridMeasures.BarrenRunShare.At(Place(offset, jobIndex, 0.5497004779));
        double spanMs = GridMeasures.SpanDays.Draw(chance) * MsPerDay;
        double profilePlace = chance.NextUnit();
        bool regular = chance.Hits(0.5);

        // Of the recorded jobs with very many runs one is small, and of the other hardly a run got as far as its tests.
        if (runs > ManyRuns && measuredTests > 260)
        {
            barrenShare = DeadShare;
        }

        if (options.RunsPerJob is { } asked)
        {
            runs = asked;
        }

        if (options.Start is { } start)
        {
            spanMs = (options.End - start).TotalMilliseconds;
        }

        int tests = (int)Math.Clamp(measuredTests * options.TestsScale, options.FewestTests, options.MostTests);
        return new JobShape(ProfileOf(measuredTests, profilePlace), tests, Math.Min(1, tests / measuredTests), runs, spanMs, Math.Max(spanMs / runs, 1000), regular, barrenShare);
    }

    /// <summary>The fractional part of offset + n * step; the three steps are the powers of the root of x^4 = x + 1.</summary>
    private static double Place(double offset, int jobIndex, double step)
    {
        double place = offset + ((jobIndex + 1) * step);
        return place - Math.Floor(place);
    }

    private static JobProfile ProfileOf(double tests, double place) => tests switch
    {
        >= 500 => JobProfile.Conformance,
        >= 120 => place < 0.62 ? JobProfile.Upgrade : place < 0.98 ? JobProfile.Serial : JobProfile.Suite,
        _ => place < 0.9 ? JobProfile.Install : JobProfile.Suite,
    };
}
