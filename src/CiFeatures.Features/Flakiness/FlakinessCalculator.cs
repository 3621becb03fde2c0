using System.Buffers;
using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Flakiness;

/// <summary>The flakiness of every row of a grid by TestGrid's two methods. Columns in which nothing passed are found once.</summary>
/// <remarks>Each row is computed for itself, rows of equal names too. The result does not depend on the order of the rows.</remarks>
public sealed class FlakinessCalculator
{
    private readonly JobGrid _grid;
    private readonly bool[] _failing;
    private readonly bool[] _inside;

    /// <summary>Prepares a grid.</summary>
    /// <param name="grid">The decoded grid.</param>
    /// <param name="options">The window; null = all runs.</param>
    public FlakinessCalculator(JobGrid grid, FlakinessOptions? options = null)
    {
        _grid = grid;
        options ??= new FlakinessOptions();
        _inside = new bool[grid.Runs.Count];
        _failing = new bool[grid.Runs.Count];
        for (int c = 0; c < _inside.Length; c++)
        {
            _inside[c] = options.Contains(grid.Runs.TimesMs[c]);
        }

        if (grid.Tests.Count > 1)
        {
            _failing.AsSpan().Fill(true);
            for (int t = 0; t < grid.Tests.Count; t++)
            {
                FlakinessRules.ClearLiving(_failing, grid.Row(t));
            }
        }
    }

    /// <summary>Whether each run is one in which no test passed or was flaky; never so in a grid of one row. One entry for each run.</summary>
    public ReadOnlySpan<bool> FailingRuns => _failing;

    /// <summary>The flakiness of one row.</summary>
    /// <param name="test">The row's index in the grid.</param>
    public TestFlakiness Compute(int test)
    {
        ReadOnlySpan<byte> statuses = _grid.Row(test);
        IReadOnlyList<string> messages = _grid.Tests[test].Messages;
        FlakyResult[] buffer = ArrayPool<FlakyResult>.Shared.Rent(Math.Max(1, statuses.Length));
        int length = 0, cell = 0, passed = 0, failed = 0, flaky = 0, infra = 0;
        for (int c = 0; c < statuses.Length; c++)
        {
            StatusClass kind = CellStatuses.Class((CellStatus)statuses[c]);
            if (kind == StatusClass.Empty)
            {
                continue;
            }

            // Messages are compact: every cell that is not blank uses one, running ones and those outside the window too.
            int message = cell++;
            if (!_inside[c])
            {
                continue;
            }

            switch (kind)
            {
                case StatusClass.Pass:
                    passed++;
                    buffer[length++] = FlakyResult.Pass;
                    break;
                case StatusClass.Flaky:
                    flaky++;
                    buffer[length++] = FlakyResult.Flaky;
                    break;
                case StatusClass.Fail when message < messages.Count && FlakinessRules.IsInfraFailure(messages[message]):
                    infra++;
                    break;
                case StatusClass.Fail:
                    failed++;
                    if (!_failing[c])
                    {
                        buffer[length++] = FlakyResult.Fail;
                    }

                    break;
                default:
                    break;
            }
        }

        (int flips, int considered) = FlakinessRules.CountFlips(buffer.AsSpan(0, length));
        ArrayPool<FlakyResult>.Shared.Return(buffer);
        return new TestFlakiness(flips, considered, passed, failed, flaky, infra);
    }

    /// <summary>The flakiness of all rows, in the order of the grid's rows.</summary>
    public TestFlakiness[] ComputeAll()
    {
        TestFlakiness[] all = new TestFlakiness[_grid.Tests.Count];
        for (int t = 0; t < all.Length; t++)
        {
            all[t] = Compute(t);
        }

        return all;
    }
}
