using CiFeatures.Core.Grids;
using CiFeatures.Features.Durations;
using CiFeatures.Features.Flakiness;
using CiFeatures.Features.Streaks;

namespace CiFeatures.Features.Extraction;

/// <summary>What is counted once over a row.</summary>
internal sealed class TestFacts
{
    public required StatusCounts Counts { get; init; }

    public required ResultStreaks Streaks { get; init; }

    public required DurationStatistics Durations { get; init; }

    public required TestFlakiness Flakiness { get; init; }
}
