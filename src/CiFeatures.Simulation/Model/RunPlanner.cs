using System.Globalization;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Model;

/// <summary>Makes the runs of a job: times, builds, incidents.</summary>
internal sealed class RunPlanner(SimulationOptions options, JobShape shape, JobOddities oddities, ulong jobKey)
{
    /// <summary>Prow numbers builds by milliseconds since this moment, shifted left by 22 bits.</summary>
    private const long BuildIdEpochMs = 1_288_834_974_657;

    private const double MeanGapRatio = 1.125;

    private readonly ChanceStream _times = new(StreamKey.Of(jobKey, 1));
    private readonly ChanceStream _fates = new(StreamKey.Of(jobKey, 2));

    public double BarrenRunShare { get; private set; }

    public double MassFailureShare { get; private set; }

    /// <summary>The runs, oldest first.</summary>
    public RunPlan[] Plan()
    {
        List<long> starts = DrawStarts();
        BarrenRunShare = shape.BarrenRunShare;
        MassFailureShare = GridMeasures.MassFailureShare.Draw(_fates);
        double cutShare = Math.Min(GridMeasures.CutRunShare.Draw(_fates), 1 - BarrenRunShare);
        double stressedShare = _fates.Hits(RowMeasures.EvenJobs) ? 1 : RowMeasures.StressedRuns;
        double runMinutes = DurationMeasures.RunMinutes.Draw(_fates);
        var headers = new HeaderValues(_fates, oddities);
        int firstNumber = 1 + _fates.NextIndex(9000);
        var runs = new RunPlan[starts.Count];
        bool barren = _fates.Hits(BarrenRunShare);
        for (int i = 0; i < runs.Length; i++)
        {
            double stay = BarrenRunShare + ((RowMeasures.OutageStays + (0.5 * BarrenRunShare)) * (1 - BarrenRunShare));
            double enter = BarrenRunShare * (1 - stay) / Math.Max(1 - BarrenRunShare, 0.01);
            barren = _fates.Hits(barren ? stay : enter);
            (IncidentKind incident, double reach) = DrawIncident(barren, cutShare);
            double minutes = runMinutes * SteadyMath.Exp(DurationMeasures.RunSpread * DurationMeasures.Score.Draw(_fates)) * LengthFactor(incident, reach);
            bool missing = oddities.Forced ? i % 37 == 5 : !oddities.Regular && _fates.Hits(RowMeasures.MissingTimes);
            runs[i] = new RunPlan
            {
                Build = oddities.ShortIds
                    ? (firstNumber + i).ToString(CultureInfo.InvariantCulture)
                    : BuildId(starts[i], i > 0 && starts[i] == starts[i - 1] ? 1 : 0),
                StartMs = starts[i],
                PublishedMs = missing ? 0 : starts[i],
                DurationMs = (long)(minutes * 60) * 1000,
                Incident = incident,
                Reach = reach,
                StressFactor = _fates.Hits(stressedShare) ? 1 / stressedShare : 0,
                Extra = headers.Draw(missing),
            };
        }

        return runs;
    }

    private (IncidentKind Incident, double Reach) DrawIncident(bool barren, double cutShare)
    {
        double kind = _fates.NextUnit();
        double reach = _fates.NextUnit();
        if (barren)
        {
            return (kind < RowMeasures.EmptyAmongBarren ? IncidentKind.NoResults : IncidentKind.InstallFailure, reach);
        }

        if (kind < cutShare)
        {
            return (IncidentKind.Cut, 0.32 + (0.45 * reach));
        }

        return kind > 1 - MassFailureShare ? (IncidentKind.MassFailure, GridMeasures.MassFailureReach.At(reach)) : (IncidentKind.None, 0);
    }

    private static double LengthFactor(IncidentKind incident, double reach) => incident switch
    {
        IncidentKind.NoResults => 0.03 + (0.05 * reach),
        IncidentKind.InstallFailure => 0.3 + (0.3 * reach),
        IncidentKind.Cut => reach,
        _ => 1,
    };

    private List<long> DrawStarts()
    {
        double oldestWanted = options.End.ToUnixTimeMilliseconds() - ((options.Snapshots - 1) * options.SnapshotSpacing.TotalMilliseconds);
        double strictStart = options.Start is null ? double.NegativeInfinity : oldestWanted - shape.SpanMs;
        var starts = new List<long>();
        double time = options.End.ToUnixTimeMilliseconds() - (_times.NextUnit() * shape.GapMs);
        int beforeOldest = 0;
        while (beforeOldest < shape.Runs && time >= strictStart && starts.Count < Limits.MostRunsOfAJob)
        {
            // Whole seconds, as published.
            starts.Add((long)(time / 1000) * 1000);
            beforeOldest += time <= oldestWanted ? 1 : 0;
            bool equal = oddities.Forced ? starts.Count % 29 == 7 : !oddities.Regular && _times.Hits(RowMeasures.EqualTimes);
            double ratio = shape.Regular ? _times.NextBetween(0.995, 1.005) : GridMeasures.GapRatio.Draw(_times) / MeanGapRatio;
            time -= equal ? 0 : Math.Max(ratio * shape.GapMs, 1000);
        }

        starts.Reverse();
        return starts;
    }

    private string BuildId(long startMs, int sequence)
    {
        long moment = Math.Max(startMs - BuildIdEpochMs, 1) << 22;
        return (moment + (_times.NextIndex(1024) * 4096) + sequence).ToString(CultureInfo.InvariantCulture);
    }
}
