using CiFeatures.Core.Builds;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Core.Builds;

public class NaturalOrderTests
{
    [Theory]
    [InlineData("a2", "a10")]
    [InlineData("9", "10")]
    [InlineData("9223372036854775807", "18446744073709551616")]
    [InlineData("a1b", "a01b")]
    [InlineData("a1", "a1b")]
    [InlineData("", "0")]
    [InlineData("1", "a")]
    [InlineData("a", "b")]
    [InlineData("B", "a")]
    [InlineData("a0", "a00")]
    [InlineData("a\uFFFD", "a\U0001F600")]
    public void Compare_FirstBeforeSecond_OrdersBothWays(string first, string second)
    {
        NaturalOrder.Compare(first, second).ShouldBeLessThan(0);
        NaturalOrder.Compare(second, first).ShouldBeGreaterThan(0);
        NaturalOrder.Ascending.Compare(first, second).ShouldBeLessThan(0);
        NaturalOrder.Descending.Compare(first, second).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Compare_AnyThreeTexts_IsATotalOrder()
    {
        Gen<string> text = Gen.Elements('0', '1', '2', 'a', 'b', '-').ArrayOf().Select(c => new string(c));
        Prop.ForAll(text.Three().ToArbitrary(), t =>
        {
            string[] sorted = [t.Item1, t.Item2, t.Item3];
            Array.Sort(sorted, NaturalOrder.Ascending);
            bool ordered = NaturalOrder.Compare(sorted[0], sorted[1]) <= 0 && NaturalOrder.Compare(sorted[1], sorted[2]) <= 0 && NaturalOrder.Compare(sorted[0], sorted[2]) <= 0;
            bool sameOnlyWhenEqual = NaturalOrder.Compare(t.Item1, t.Item2) == 0 == (t.Item1 == t.Item2);
            return ordered && sameOnlyWhenEqual;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Compare_OtherCharacters_GoByCodePoint()
    {
        string[] texts = ["\uE000", "\U00010000", "z", "\uD7FF", "\U0010FFFF", "\uFFFF"];
        texts.Order(NaturalOrder.Ascending).ShouldBe(texts.OrderBy(t => t.EnumerateRunes().First().Value));
    }
}
