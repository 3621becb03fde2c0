namespace CiFeatures.Simulation.Chance;

/// <summary>A measured distribution kept as its quantiles at evenly spaced probabilities 0, 1/n … 1, with straight lines between them.</summary>
/// <remarks>Only the four basic operations are used, so every machine draws the same numbers.</remarks>
internal sealed class QuantileTable(params double[] values)
{
    public double Lowest => values[0];

    public double Highest => values[^1];

    /// <summary>The value at a probability in [0, 1].</summary>
    public double At(double probability)
    {
        double place = Math.Clamp(probability, 0, 1) * (values.Length - 1);
        int below = Math.Min((int)place, values.Length - 2);
        return values[below] + ((place - below) * (values[below + 1] - values[below]));
    }

    public double Draw(ChanceStream chance) => At(chance.NextUnit());
}
