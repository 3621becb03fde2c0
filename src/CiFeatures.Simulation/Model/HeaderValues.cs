using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation.Model;

/// <summary>Draws what stands under the two custom headers of a job's columns.</summary>
/// <remarks>Recorded: under the first 69 of 104 jobs always have "master", 20 "1", few others; under the second 84 nothing, 18 sometimes "missing".</remarks>
internal sealed class HeaderValues
{
    private readonly ChanceStream _chance;
    private readonly double _commitSort;
    private readonly bool _infraMissing;
    private readonly int _variant;

    public HeaderValues(ChanceStream chance, JobOddities oddities)
    {
        _chance = chance;
        _commitSort = chance.NextUnit();
        _infraMissing = chance.Hits(0.19);
        _variant = oddities.HeaderVariant;
    }

    public IReadOnlyList<string> Draw(bool missing)
    {
        double place = _chance.NextUnit();
        string hash = MessageComposer.Hex(_chance, 9);
        string commit = _commitSort switch
        {
            < 0.67 => "master",
            < 0.9 => "1",
            < 0.95 => hash,
            < 0.97 => "main",
            _ => place < 0.5 ? "1" : "master",
        };
        string infra = _infraMissing && place < 0.5 ? "missing" : "";
        return _variant == 2 ? [missing ? "missing" : commit] : [missing ? "missing" : commit, missing ? "missing" : infra];
    }
}
