using CiFeatures.Features.Description;

namespace CiFeatures.Tests.Features.Description;

public class PandasNumberFormatTests
{
    // The notebook on build logs prints this column of describe() over 242 logs.
    [Fact]
    public void Format_LargeFigures_AreScientificLikeTheNotebooks()
    {
        PandasNumberFormat.Format([242, 180519.801653, 868110.234567, 92, 10841.24, 11222.5, 16751.75, 6662932])
            .ShouldBe(["2.420000e+02", "1.805198e+05", "8.681102e+05", "9.200000e+01", "1.084124e+04", "1.122250e+04", "1.675175e+04", "6.662932e+06"]);
    }

    [Fact]
    public void Format_FiguresBelowAMillion_AreFixedLikeTheNotebooks()
    {
        PandasNumberFormat.Format([242, 12469.330578512397, 60873.841513, 11, 919, 926, 1201.75, 508998])
            .ShouldBe(["242.000000", "12469.330579", "60873.841513", "11.000000", "919.000000", "926.000000", "1201.750000", "508998.000000"]);
    }

    [Fact]
    public void Format_ZerosAtAllEnds_AreTrimmedToOne()
    {
        PandasNumberFormat.Format([3, 2.5, 0, -1.25]).ShouldBe(["3.00", "2.50", "0.00", "-1.25"]);
        PandasNumberFormat.Format([3, 2, 1]).ShouldBe(["3.0", "2.0", "1.0"]);
    }

    [Fact]
    public void Format_MissingFigures_AreNaN()
    {
        PandasNumberFormat.Format([0, null, null]).ShouldBe(["0.0", "NaN", "NaN"]);
    }

    [Fact]
    public void Format_TinyFigures_AreScientific()
    {
        PandasNumberFormat.Format([1, 0.0000001]).ShouldBe(["1.000000e+00", "1.000000e-07"]);
    }
}
