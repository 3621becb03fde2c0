using System.Text.RegularExpressions;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>A row of a grid as letters, newest first; what is asked of it is answered by searching the text, not by walking it.</summary>
internal sealed partial class NaiveRow
{
    public NaiveRow(JobGrid grid, int test, IReadOnlyCollection<int>? deadRuns = null)
    {
        Cells = string.Concat(grid.Row(test).ToArray().Select(Letter));
        Outcomes = [.. Enumerable.Range(0, Cells.Length).Where(r => "PFK".Contains(Cells[r], StringComparison.Ordinal))];
        Text = string.Concat(Outcomes.Select(r => Cells[r]));
        IReadOnlyList<string> messages = grid.Tests[test].Messages;
        int[] filled = [.. Enumerable.Range(0, Cells.Length).Where(r => Cells[r] != '.')];
        InfraFails = [.. filled.Where((r, i) => Cells[r] == 'F' && i < messages.Count && OneWord().IsMatch(messages[i]))];
        Considered = string.Concat(Outcomes.Where(r => Cells[r] != 'F' || (!InfraFails.Contains(r) && !(deadRuns ?? []).Contains(r))).Select(r => Cells[r]));
        Considered = LongFails().Replace(Considered, "");
    }

    /// <summary>Gets P, F, K (flaky), R (running), U (unknown) or a dot for each run.</summary>
    public string Cells { get; }

    /// <summary>Gets the runs with an outcome.</summary>
    public int[] Outcomes { get; }

    /// <summary>Gets the outcomes without gaps.</summary>
    public string Text { get; }

    public int[] InfraFails { get; }

    /// <summary>Gets the outcomes that the flip analyser considers.</summary>
    public string Considered { get; }

    public int Flips => Considered.Where((c, i) => c == 'K' || (c == 'F' && (i == 0 || Considered[i - 1] != 'F'))).Count();

    /// <summary>Gets the failures of an alert by TestGrid's rule with three failures and one pass: short streaks that a flaky cell ended, then the streak.</summary>
    public Match Alert => AlertPattern().Match(Text);

    public int Count(char letter) => Cells.Count(c => c == letter);

    public int Longest(char letter) => Regex.Matches(Text, letter + "+").Select(m => m.Length).DefaultIfEmpty().Max();

    public int Current(char letter) => Text.Length - Text.TrimStart(letter).Length;

    public int Pairs(string newerThenOlder) => Text.Zip(Text.Skip(1), (newer, older) => $"{newer}{older}").Count(p => p == newerThenOlder);

    /// <summary>Gets the outcomes from a run on to older ones; empty when the run has none.</summary>
    public string From(int run) => Outcomes.Contains(run) ? string.Concat(Outcomes.Where(r => r >= run).Select(r => Cells[r])) : "";

    private static char Letter(byte code) => code switch
    {
        0 => '.',
        1 or 2 or 3 or 15 => 'P',
        9 or 10 or 11 or 12 or 14 => 'F',
        13 => 'K',
        4 => 'R',
        _ => 'U',
    };

    [GeneratedRegex("^[A-Za-z0-9_]+$")]
    private static partial Regex OneWord();

    [GeneratedRegex("F{3,}")]
    private static partial Regex LongFails();

    [GeneratedRegex("^(?:F{0,2}K)*F{3,}")]
    private static partial Regex AlertPattern();
}
