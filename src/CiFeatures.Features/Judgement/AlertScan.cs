using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>The walk of <c>alertRow</c> over one row: positions and counts only, no text is touched.</summary>
internal struct AlertScan
{
    /// <summary>Failing cells seen.</summary>
    public int Total;

    /// <summary>Failing cells since the last reset.</summary>
    public int Streak;

    /// <summary>Column of the oldest failing cell seen.</summary>
    public int FirstFail;

    /// <summary>Column of the newest failing cell.</summary>
    public int LatestFail;

    /// <summary>Column of the nearest pass older than the outage; -1 = none.</summary>
    public int Pass;

    /// <summary>Place of the oldest failing cell in the compact lists.</summary>
    public int FirstFailCell;

    /// <summary>Place of the newest failing cell in the compact lists.</summary>
    public int LatestFailCell;

    /// <summary>How many columns were taken in before the scan stopped.</summary>
    public int ColumnsRecorded;

    /// <summary>Walks the row.</summary>
    /// <returns>Whether there is an alert.</returns>
    public bool Run(ReadOnlySpan<byte> statuses, int failuresToOpen, int passesToClose)
    {
        Pass = -1;
        int passes = 0;
        int cell = 0;
        for (int c = 0; c < statuses.Length; c++)
        {
            CellStatus raw = (CellStatus)statuses[c];
            switch (StatusRules.Coalesce(raw, ignoreRunning: true))
            {
                case CellStatus.NoResult:
                    cell += raw == CellStatus.NoResult ? 0 : 1;
                    continue;
                case CellStatus.Pass:
                    passes++;
                    if (Streak >= failuresToOpen)
                    {
                        Pass = Pass < 0 ? c : Pass;
                        if (passes >= passesToClose)
                        {
                            return true;
                        }
                    }
                    else if (passes >= passesToClose)
                    {
                        return false;
                    }
                    else
                    {
                        Streak = 0;
                    }

                    break;
                case CellStatus.Fail:
                    passes = 0;
                    Pass = -1;
                    Streak++;
                    Total++;
                    if (Total == 1)
                    {
                        LatestFail = c;
                        LatestFailCell = cell;
                    }

                    FirstFail = c;
                    FirstFailCell = cell;
                    break;
                case CellStatus.Flaky:
                    passes = 0;
                    if (Streak >= failuresToOpen)
                    {
                        return true;
                    }

                    Streak = 0;
                    break;
                default:
                    break;
            }

            cell++;
            ColumnsRecorded = c + 1;
        }

        return Streak >= failuresToOpen;
    }
}
