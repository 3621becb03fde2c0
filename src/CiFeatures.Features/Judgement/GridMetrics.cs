namespace CiFeatures.Features.Judgement;

/// <summary>Counts over the recent columns, the figures in a status text.</summary>
/// <param name="PassingColumns">Columns with a pass, without a failure and without an ignored status. Flaky and unknown cells do not hinder.</param>
/// <param name="CompletedColumns">Columns with a result; the denominator of <paramref name="PassingColumns"/>.</param>
/// <param name="IgnoredColumns">Columns with an ignored status; they are completed too unless they hold nothing else that counts.</param>
/// <param name="PassingCells">Passing cells.</param>
/// <param name="FilledCells">Cells with a result, running ones left out; the denominator of <paramref name="PassingCells"/>.</param>
public readonly record struct GridMetrics(int PassingColumns, int CompletedColumns, int IgnoredColumns, int PassingCells, int FilledCells)
{
    /// <summary>Completed columns that are not ignored.</summary>
    public int ValidColumns => CompletedColumns - IgnoredColumns;
}
