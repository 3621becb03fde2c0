using System.Text;
using CiFeatures.Collection.Replay.Bucket;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Collection.Replay.Bucket;

public class NameListingTests
{
    private static readonly string[] Names = ["a/1", "a/2/x", "a/2/y", "a/3", "b", "c/1", "c/2"];

    [Fact]
    public void Page_WithADelimiter_DrawsFoldersTogether()
    {
        BucketPage page = NameListing.Page(Names, new BucketListing("", "/", "", 100));

        page.Names.ShouldBe(["b"]);
        page.Prefixes.ShouldBe(["a/", "c/"]);
        page.Next.ShouldBeNull();
    }

    [Fact]
    public void Page_WithAPrefixInAFolder_ShowsWhatIsBelow()
    {
        BucketPage page = NameListing.Page(Names, new BucketListing("a/", "/", "", 100));

        page.Names.ShouldBe(["a/1", "a/3"]);
        page.Prefixes.ShouldBe(["a/2/"]);
    }

    [Fact]
    public void Page_FullWithNothingAfterIt_IsTheLast() => NameListing.Page(Names, new BucketListing("c/", "", "", 2)).Next.ShouldBeNull();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Page_OfAnySize_TogetherGiveTheWholeListOnce(int size)
    {
        foreach ((string prefix, string delimiter) in new[] { ("", ""), ("", "/"), ("a/", "/"), ("a", ""), ("x", "") })
        {
            BucketPage whole = NameListing.Page(Names, new BucketListing(prefix, delimiter, "", 100));
            List<string> found = [];
            string? after = "";
            while (after is not null)
            {
                BucketPage page = NameListing.Page(Names, new BucketListing(prefix, delimiter, after, size));
                (page.Names.Count + page.Prefixes.Count).ShouldBeLessThanOrEqualTo(size);
                found.AddRange(page.Names);
                found.AddRange(page.Prefixes);
                after = page.Next;
            }

            found.Order(StringComparer.Ordinal).ShouldBe(whole.Names.Concat(whole.Prefixes).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Order_OfAnyTwoTexts_IsThatOfTheirUtf8() => Prop.ForAll<string, string>((first, second) =>
    {
        string a = Whole(first);
        string b = Whole(second);
        return Math.Sign(NameListing.Order.Compare(a, b)) == Math.Sign(Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_BeyondTheBasicPlane_IsThatOfUtf8() => NameListing.Order.Compare("\uFFFD", "\U0001F600").ShouldBeLessThan(0);

    // Half surrogate pairs are in no name of a bucket.
    private static string Whole(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
}
