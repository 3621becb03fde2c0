using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Model;

/// <summary>Decides for each test of a job what it really is.</summary>
internal sealed class TestPlanner
{
    // Rare failures stay unseen in few runs, so more tests are flaky than are seen to be.
    private const double UnseenFactor = 1.6;
    private const double UnseenRetries = 2;
    private readonly ulong _jobKey;
    private readonly JobProfile _profile;
    private readonly int _runs;
    private readonly bool _oddities;
    private readonly double _failingShare;
    private readonly double _retriedShare;

    public TestPlanner(ulong jobKey, JobProfile profile, int runs, bool oddities)
    {
        _jobKey = jobKey;
        _profile = profile;
        _runs = runs;
        _oddities = oddities;
        var chance = new ChanceStream(StreamKey.Of(jobKey, 3));
        _failingShare = GridMeasures.FailingRowShare.Draw(chance) * UnseenFactor;
        _retriedShare = profile is JobProfile.Install or JobProfile.Suite ? 0 : GridMeasures.RetriedRowShare.Draw(chance) * UnseenRetries;
    }

    /// <summary>The tests by name in ordinal order.</summary>
    public TestPlan[] Plan(IEnumerable<JobTest> tests)
    {
        TestPlan[] plans = [.. tests.Select(Decide).OrderBy(plan => plan.Name, StringComparer.Ordinal)];
        AddRegressions(plans);
        return plans;
    }

    private TestPlan Decide(JobTest test)
    {
        ulong key = StreamKey.Of(_jobKey, test.Name);
        var chance = new ChanceStream(key);
        string name = _oddities && chance.Hits(RowMeasures.OuterBlanks) ? test.Name + " " : test.Name;
        var plan = new TestPlan
        {
            Name = name,
            Group = test.Group,
            Class = TestClass.Stable,
            Key = key,
            Step = test.Step,
            MedianSeconds = DurationMeasures.MedianSeconds.Draw(chance),
            Spread = DurationMeasures.Spread.Draw(chance),
            EndsAtLimit = chance.Hits(DurationMeasures.EndAtLimit),
        };
        return test.Group switch
        {
            TestGroup.Build => plan with { Class = TestClass.Build },
            TestGroup.Step when test.Step == JobTests.TestStep => plan with { Class = TestClass.Build },
            TestGroup.Pod or TestGroup.Import or TestGroup.Step => plan,
            _ => Classify(plan, test, chance),
        };
    }

    private TestPlan Classify(TestPlan plan, JobTest test, ChanceStream chance)
    {
        double place = chance.NextUnit();
        double ratePlace = Math.Clamp(test.RatePlace + (0.3 * (chance.NextUnit() - 0.5)), 0, 1);
        double other = chance.NextUnit();
        if (_profile == JobProfile.Suite && test.Group == TestGroup.Suite && other < 0.3)
        {
            return plan with { Class = TestClass.Skipped };
        }

        double retried = Math.Min(_retriedShare * test.Frailty, 0.8);
        double failing = Math.Min(_failingShare * test.Frailty, 0.8);
        if (place < retried)
        {
            return plan with { Class = TestClass.Flaky, FlakeRate = GridMeasures.RetryRate.At(ratePlace), RetryPassRatio = other < 0.85 ? 1 : 0.9 };
        }

        if (place < retried + ((1 - retried) * failing))
        {
            return plan with { Class = TestClass.Flaky, FlakeRate = GridMeasures.FailRate.At(ratePlace), RetryPassRatio = other < 0.9 ? 0 : other < 0.95 ? 0.5 : 0.75 };
        }

        return Rare(plan, chance);
    }

    private TestPlan Rare(TestPlan plan, ChanceStream chance)
    {
        double place = chance.NextUnit();
        int first = 1 + (int)(chance.NextUnit() * (_runs - 1));
        int last = 1 + (int)(chance.NextUnit() * (_runs - 1));
        bool wasNew = chance.Hits(RowMeasures.CeasedThatWereNew);
        double presence = chance.NextBetween(0.04, 0.5);
        if (place < RowMeasures.AlwaysFailingRows)
        {
            return plan with { Class = TestClass.AlwaysFailing };
        }

        place -= RowMeasures.AlwaysFailingRows;
        if (place < RowMeasures.CeasedRows && _runs > 2)
        {
            return wasNew && first != last
                ? plan with { Class = TestClass.Stale, FirstRun = Math.Min(first, last), CeasedRun = Math.Max(first, last) }
                : plan with { Class = TestClass.Stale, CeasedRun = last };
        }

        place -= RowMeasures.CeasedRows;
        if (place < RowMeasures.NewRows && _runs > 2)
        {
            return plan with { Class = TestClass.New, FirstRun = first };
        }

        place -= RowMeasures.NewRows;
        if (place < RowMeasures.SparseRows)
        {
            return plan with { Presence = presence };
        }

        place -= RowMeasures.SparseRows;
        if (place < RowMeasures.RepeatedRows)
        {
            return plan with { Repeats = 2 + (int)(presence * 20) };
        }

        return place - RowMeasures.RepeatedRows < RowMeasures.TalkingRows ? plan with { Talks = true } : plan;
    }

    private void AddRegressions(TestPlan[] plans)
    {
        var chance = new ChanceStream(StreamKey.Of(_jobKey, 4));
        double place = chance.NextUnit();
        int wanted = place < 0.6 ? 0 : place < 0.85 ? 1 : place < 0.95 ? 2 : 3 + (int)((place - 0.95) * 60);
        int[] candidates = [.. Enumerable.Range(0, plans.Length).Where(i => plans[i].Class == TestClass.Stable && plans[i].Group > TestGroup.Step && plans[i].Repeats == 1 && plans[i].Presence >= 1)];
        if (_runs < 8 || candidates.Length == 0)
        {
            return;
        }

        for (int i = 0; i < wanted; i++)
        {
            int at = candidates[chance.NextIndex(candidates.Length)];
            int from = 2 + chance.NextIndex(_runs - 4);
            int lasts = 3 + chance.NextIndex(Math.Max(_runs / 3, 1));
            bool isFixed = chance.Hits(0.5) && from + lasts < _runs;
            if (plans[at].Class == TestClass.Stable)
            {
                plans[at] = plans[at] with { Class = TestClass.Regression, RegressedRun = from, FixedRun = isFixed ? from + lasts : int.MaxValue };
            }
        }
    }
}
