using System.Text;
using CiFeatures.Decoding.Columns;
using CiFeatures.Decoding.Prow;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Decoding.Columns;

public class ResultMessageTests
{
    [Theory]
    [InlineData(139, false)]
    [InlineData(140, true)]
    public void OfCase_Length_CutsFrom140Bytes(int bytes, bool cut) =>
        ResultMessage.OfCase(new string('x', bytes)).ShouldBe(cut ? new string('x', 70) + "..." + new string('x', 70) : new string('x', bytes));

    [Theory]
    [InlineData(140, false)]
    [InlineData(141, true)]
    public void OfCell_Length_CutsAbove140Bytes(int bytes, bool cut) =>
        ResultMessage.OfCell(new string('x', bytes)).ShouldBe(cut ? new string('x', 70) + "..." + new string('x', 70) : new string('x', bytes));

    [Fact]
    public void OfCase_AnyText_IsThatOfTheWholeText() =>
        Prop.ForAll(Gen.Elements("a", "é", "鶏", "😀", "bcdefghijklmnopqrstuvwxyz").ArrayOf(400).ToArbitrary(), parts =>
        {
            string text = string.Concat(parts);
            return ResultMessage.OfCase(text) == JUnitMessage.Shortened(Encoding.UTF8.GetBytes(text), ResultMessage.MaxBytes)
                && Encoding.UTF8.GetByteCount(ResultMessage.OfCell(text)) <= ResultMessage.MaxBytes + 3;
        }).QuickCheckThrowOnFailure();
}
