using CiFeatures.Core.Builds;

namespace CiFeatures.Features.Artifacts.JUnit;

/// <summary>What the columns about JUnit files of a build are taken from.</summary>
internal sealed class JUnitSummary
{
    private readonly int[] _byStatus = new int[Enum.GetValues<JUnitStatus>().Length];

    /// <summary>Gets the number of files that could be read.</summary>
    public int Files { get; private set; }

    public int Cases { get; private set; }

    /// <summary>Gets the number of cases that say how long they took.</summary>
    public int Timed { get; private set; }

    /// <summary>Gets the sum over the cases that say how long they took.</summary>
    public double Seconds { get; private set; }

    public int this[JUnitStatus status] => _byStatus[(int)status];

    public void Add(IReadOnlyList<JUnitCase> cases)
    {
        Files++;
        Cases += cases.Count;
        foreach (JUnitCase test in cases)
        {
            _byStatus[(int)test.Status]++;
            if (test.Seconds is { } seconds && double.IsFinite(seconds))
            {
                Timed++;
                Seconds += seconds;
            }
        }
    }
}
