namespace CiFeatures.Features.Description;

/// <summary>Writes the figures of one column the way pandas prints a column of <c>describe()</c>, so that both can be compared digit by digit.</summary>
/// <remarks>Six digits after the point; zeros that all figures end in are left out down to one; scientific when a figure is below 1e-6,
/// or when one is above 1e6 and the text is longer than twelve characters with its sign.</remarks>
public static class PandasNumberFormat
{
    private const int Digits = 6;

    /// <summary>Formats the figures of one column together, as the choice of form depends on all of them.</summary>
    /// <param name="figures">The figures; null is written NaN.</param>
    public static IReadOnlyList<string> Format(IReadOnlyList<double?> figures)
    {
        string[] texts = TrimZeros([.. figures.Select(Fixed)], figures);
        double[] sizes = [.. figures.OfType<double>().Select(Math.Abs)];

        // pandas leaves a place for the sign in front of every figure.
        bool tooLong = texts.Any(t => t.Length + (t[0] == '-' ? 0 : 1) > Digits + 6);
        bool hasLarge = sizes.Any(s => s > 1e6);
        bool hasSmall = sizes.Any(s => s > 0 && s < 1e-6);
        return hasSmall || (tooLong && hasLarge) ? [.. figures.Select(Scientific)] : texts;
    }

    private static string Fixed(double? figure) => figure is { } value ? PrintfNumber.Fixed(value) : "NaN";

    private static string Scientific(double? figure) => figure is { } value ? PrintfNumber.Scientific(value) : "NaN";

    private static string[] TrimZeros(string[] texts, IReadOnlyList<double?> figures)
    {
        int[] numbers = [.. Enumerable.Range(0, texts.Length).Where(i => figures[i] is { } value && double.IsFinite(value))];
        while (numbers.Length > 0 && numbers.All(i => texts[i][^1] == '0' && texts[i][^2] != '.'))
        {
            foreach (int i in numbers)
            {
                texts[i] = texts[i][..^1];
            }
        }

        return texts;
    }
}
