using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation.Model;

/// <summary>A test that a job has, before its fate is decided.</summary>
internal sealed record JobTest(string Name, TestGroup Group, int Step, double Frailty, double RatePlace);

/// <summary>Chooses which tests a job has, by its profile.</summary>
internal sealed class JobTests(Catalogue catalogue, ServiceEra era, string job, JobShape shape, ChanceStream chance)
{
    /// <summary>Position of the step that installs the cluster.</summary>
    public const int InstallStep = 6;

    /// <summary>Position of the step that runs the tests.</summary>
    public const int TestStep = 9;

    private static readonly int[] StepsByImportance = [InstallStep, TestStep, 13, 14, 1, 10, 2, 3, 4, 11, 12, 0, 15, 5, 7, 8];

    private readonly List<JobTest> _tests = [];

    public IReadOnlyList<JobTest> Choose()
    {
        string build = era == ServiceEra.Year2022 ? job + "." : "";
        Add(build + "Overall", TestGroup.Build);
        if (era != ServiceEra.Autumn2020 && shape.Tests > 2)
        {
            Add(build + "Pod", TestGroup.Pod);
        }

        AddSteps();
        AddSome(catalogue.OperatorResults, Quota(28), "Operator results.");
        AddSome(catalogue.Symptoms, Quota(6), "Symptom Detection.");
        if (shape.Profile is not JobProfile.Install and not JobProfile.Suite)
        {
            AddSome(catalogue.Monitors, Quota(64), "openshift-tests.");
        }

        if (shape.Profile == JobProfile.Upgrade)
        {
            AddSome(catalogue.Upgrade, Quota(24), "Cluster upgrade.");
        }

        FillWith(shape.Profile switch
        {
            JobProfile.Suite => [(catalogue.Suite, "Simulated e2e suite.")],
            JobProfile.Serial => [(catalogue.Serial, "openshift-tests."), (catalogue.Conformance, "openshift-tests.")],
            _ => [(catalogue.Conformance, "openshift-tests."), (catalogue.Serial, "openshift-tests.")],
        });
        return _tests;
    }

    private void AddSteps()
    {
        string shortName = JobNameComposer.ShortName(job);
        Add("operator.Import the payload \"latest\" from the mirror", TestGroup.Import);
        Add("operator.All images are built and tagged", TestGroup.Import);
        int wanted = Math.Min(Room, Math.Max(6, Quota(Vocabulary.Steps.Length)));
        foreach (int step in StepsByImportance.Take(wanted))
        {
            Add($"operator.Run multi-stage test {shortName} - {shortName}-{Vocabulary.Steps[step]} container test", TestGroup.Step, step);
        }
    }

    private int Room => Math.Max(0, shape.Tests - _tests.Count);

    private int Quota(int measured) => Math.Max(1, (int)((measured * shape.Scale) + 0.5));

    private void Add(string name, TestGroup group, int step = 0)
    {
        if (Room > 0)
        {
            _tests.Add(new JobTest(name, group, step, Frailty: 1, chance.NextUnit()));
        }
    }

    private void FillWith((IReadOnlyList<CatalogueTest> Tests, string Prefix)[] sources)
    {
        foreach ((IReadOnlyList<CatalogueTest> tests, string prefix) in sources)
        {
            AddSome(tests, Room, prefix);
        }
    }

    /// <summary>Adds a random part, each as likely as the others (selection sampling).</summary>
    private void AddSome(IReadOnlyList<CatalogueTest> tests, int wanted, string prefix)
    {
        int needed = Math.Min(Math.Min(wanted, Room), tests.Count);
        for (int i = 0; i < tests.Count && needed > 0; i++)
        {
            if (chance.NextIndex(tests.Count - i) < needed)
            {
                CatalogueTest test = tests[i];
                // The suite's prefix came with 2021.
                bool bare = era == ServiceEra.Autumn2020 && test.Group is (TestGroup.Conformance or TestGroup.Monitor);
                _tests.Add(new JobTest((bare ? "" : prefix) + test.Name, test.Group, 0, test.Frailty, test.RatePlace));
                needed--;
            }
        }
    }
}
