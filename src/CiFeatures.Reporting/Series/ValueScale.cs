using System.Globalization;

namespace CiFeatures.Reporting.Series;

/// <summary>An axis from 0 up to a round number, with ticks at 1, 2 or 5 times a power of ten.</summary>
internal sealed class ValueScale
{
    private const int WantedSteps = 5;
    private readonly string _format;

    public ValueScale(double largest)
    {
        double rough = (largest > 0 ? largest : 1) / WantedSteps;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = new[] { 1.0, 2, 5, 10 }.First(f => f == 10 || f * power >= rough) * power;
        int steps = Math.Max(1, (int)Math.Ceiling((largest / step) - 1e-9));
        int decimals = Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        _format = "N" + decimals.ToString(CultureInfo.InvariantCulture);
        Ticks = [.. Enumerable.Range(0, steps + 1).Select(i => i * step)];
    }

    public IReadOnlyList<double> Ticks { get; }

    public double Top => Ticks[^1];

    public string Text(double tick) => tick.ToString(_format, CultureInfo.InvariantCulture);
}
