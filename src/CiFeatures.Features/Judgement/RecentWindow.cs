using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>How many of the newest columns count as recent, and which rows are.</summary>
public static class RecentWindow
{
    /// <summary>What TestGrid's code takes when neither job nor group says; dashboards of Kubernetes and OpenShift are configured to 10.</summary>
    public const int CodeDefault = 5;

    /// <summary>What TestGrid puts into the name or id of a row that stands for a method of a test.</summary>
    public const string MethodMarker = "@TESTGRID@";

    /// <summary>The first value that is not 0, or 0.</summary>
    /// <param name="values">The values in order of preference.</param>
    public static int FirstFilled(params ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            if (value != 0)
            {
                return value;
            }
        }

        return 0;
    }

    /// <summary>The number of recent columns: the job's, else the group's, else <see cref="CodeDefault"/>.</summary>
    /// <param name="tab">What the job says; 0 = nothing.</param>
    /// <param name="group">What the test group says; 0 = nothing.</param>
    public static int RecentColumns(int tab, int group) => FirstFilled(tab, group, CodeDefault);

    /// <summary>Whether a row is stale: without results, or its first run-length pair is blank and at least <paramref name="recent"/> long.</summary>
    /// <param name="row">The row.</param>
    /// <param name="recent">The number of recent columns.</param>
    public static bool IsStale(JudgedRow row, int recent) => StaleRule.IsStale(row.HasResults, row.LeadingBlanks, recent);

    /// <summary>The rows that are not stale, in their order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="recent">The number of recent columns.</param>
    public static IReadOnlyList<JudgedRow> RecentRows(IReadOnlyList<JudgedRow> rows, int recent) => [.. rows.Where(row => !IsStale(row, recent))];

    /// <summary>The rows that stand for whole tests, in their order; rows of test methods are left out.</summary>
    /// <param name="rows">The rows.</param>
    public static IReadOnlyList<JudgedRow> FilterMethods(IReadOnlyList<JudgedRow> rows) => [.. rows.Where(row => !IsMethod(row))];

    /// <summary>Whether a row stands for a method of a test.</summary>
    /// <param name="row">The row.</param>
    public static bool IsMethod(JudgedRow row) =>
        row.Name.Contains(MethodMarker, StringComparison.Ordinal) || row.Id.Contains(MethodMarker, StringComparison.Ordinal);
}
