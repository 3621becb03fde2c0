namespace CiFeatures.Features.Flakiness;

/// <summary>The flakiness of a job's tests in a window (TestGrid's <c>HealthinessInfo</c>).</summary>
public sealed record Healthiness
{
    /// <summary>Start of the window, whole seconds since 1970 UTC, inclusive.</summary>
    public long StartSeconds { get; init; }

    /// <summary>End of the window, whole seconds since 1970 UTC, inclusive.</summary>
    public long EndSeconds { get; init; }

    /// <summary>The tests.</summary>
    public IReadOnlyList<TestFlakinessInfo> Tests { get; init; } = [];

    /// <summary>Plain mean over the tests, in percent; 0 when there are none, as published.</summary>
    public float AverageFlakinessPct { get; init; }

    /// <summary>The mean of the window before; empty when it was not computed.</summary>
    public IReadOnlyList<float> PreviousFlakinessPct { get; init; } = [];

    /// <summary>Puts tests and window together and takes the mean.</summary>
    /// <param name="startSeconds">Start of the window.</param>
    /// <param name="endSeconds">End of the window.</param>
    /// <param name="tests">The tests.</param>
    public static Healthiness Create(long startSeconds, long endSeconds, IReadOnlyList<TestFlakinessInfo> tests)
    {
        float sum = 0;
        foreach (TestFlakinessInfo test in tests)
        {
            sum += test.FlakinessPct;
        }

        return new Healthiness
        {
            StartSeconds = startSeconds,
            EndSeconds = endSeconds,
            Tests = tests,
            AverageFlakinessPct = tests.Count == 0 ? 0 : sum / tests.Count,
        };
    }

    /// <summary>The change between two values.</summary>
    /// <param name="current">The later value.</param>
    /// <param name="previous">The earlier value.</param>
    public static Trend GetTrend(float current, float previous) =>
        current < previous ? Trend.Down : current > previous ? Trend.Up : Trend.NoChange;

    /// <summary>Fills in what the tests were before and how they changed.</summary>
    /// <param name="previous">The window before.</param>
    /// <returns>This window with trends; a test that is not in the window before keeps <see cref="Trend.Unknown"/>.</returns>
    public Healthiness WithTrend(Healthiness previous)
    {
        Dictionary<string, float> before = new(StringComparer.Ordinal);
        foreach (TestFlakinessInfo test in previous.Tests)
        {
            before[test.DisplayName] = test.FlakinessPct;
        }

        return this with
        {
            Tests =
            [
                .. Tests.Select(test => before.TryGetValue(test.DisplayName, out float was)
                    ? test with { PreviousFlakinessPct = [was], ChangeFromLastInterval = GetTrend(test.FlakinessPct, was) }
                    : test),
            ],
        };
    }
}
