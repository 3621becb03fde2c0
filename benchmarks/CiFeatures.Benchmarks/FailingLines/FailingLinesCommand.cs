using System.Diagnostics;
using System.Globalization;
using CiFeatures.Features.Logs.Failures;
using CiFeatures.Features.Logs.Failures.Fitting;

namespace CiFeatures.Benchmarks.FailingLines;

/// <summary><c>failing-lines DIR [--fit]</c>: scores on labelled pairs, with and without passing logs, of the shipped weights and of weights fitted without the scored
/// pair's family; with <c>--fit</c> the weights fitted on all pairs, as the source of the program has them.</summary>
internal static class FailingLinesCommand
{
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not ([_] or [_, "--fit"]))
        {
            errors.WriteLine("Usage: failing-lines <folder with labelled pairs> [--fit]");
            return 2;
        }

        IReadOnlyList<LabelledPair> pairs = LabelledPairs.Read(arguments[0]);
        foreach (bool compared in (bool[])[true, false])
        {
            var evaluation = new FailingLineEvaluation(pairs, compared);
            if (arguments.Length == 2)
            {
                PrintWeights(output, evaluation.FitAll(), compared);
            }
            else
            {
                PrintScores(output, evaluation, compared);
            }
        }

        return 0;
    }

    private static void PrintScores(TextWriter output, FailingLineEvaluation evaluation, bool compared)
    {
        // The first round pays for compilation; a program that is started once pays it too, so both are told.
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<PairScore> shipped = FailingLineEvaluation.Shipped(evaluation.Pairs, compared);
        double first = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        shipped = FailingLineEvaluation.Shipped(evaluation.Pairs, compared);
        double second = Stopwatch.GetElapsedTime(start).TotalSeconds;
        IReadOnlyList<PairScore> left = evaluation.LeaveFamilyOut();

        output.WriteLine(compared ? "With the passing log" : "Without a passing log");
        output.WriteLine($"{"group",-14}{"pair",-30}{"family",7}{"wanted",8}{"shipped P",11}{"R",7}{"F1",7}{"left out P",12}{"R",7}{"F1",7}");
        for (int i = 0; i < evaluation.Pairs.Count; i++)
        {
            LabelledPair pair = evaluation.Pairs[i];
            PairScore s = shipped[i];
            PairScore l = left[i];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{pair.Group,-14}{pair.Name,-30}{evaluation.Families[i],7}{s.Wanted,8}{s.Precision,11:F3}{s.Recall,7:F3}{s.F1,7:F3}{l.Precision,12:F3}{l.Recall,7:F3}{l.F1,7:F3}"));
        }

        foreach (IGrouping<string, int> group in Enumerable.Range(0, evaluation.Pairs.Count).GroupBy(i => evaluation.Pairs[i].Group))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean F1 {group.Key}: shipped {group.Average(i => shipped[i].F1):F4}, left out {group.Average(i => left[i].F1):F4}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all pairs: {first:F3} s, again {second:F3} s"));
        output.WriteLine();
    }

    private static void PrintWeights(TextWriter output, FailureModel model, bool compared)
    {
        output.WriteLine(compared ? "Compared" : "Alone");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold {model.Threshold}"));
        foreach (LineFeature feature in Enum.GetValues<LineFeature>())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"            [LineFeature.{feature}] = {model.Weights[(int)feature]:F3},"));
        }
    }
}
