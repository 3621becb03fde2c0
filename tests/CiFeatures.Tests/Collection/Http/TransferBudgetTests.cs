using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Http;

public class TransferBudgetTests
{
    private static readonly Uri Url = new("http://a/x");

    [Theory]
    [InlineData(4, 0, null)]
    [InlineData(5, 0, "5 requests")]
    [InlineData(6, 0, "5 requests")]
    [InlineData(0, 99, null)]
    [InlineData(0, 100, "100 bytes")]
    public void Spent_CountsUpToTheLimit(long requests, long bytes, string? limit)
    {
        var budget = new TransferBudget(5, 100, null, TimeProvider.System);

        FetchFailure? failure = budget.Spent(Url, requests, bytes);

        failure?.Message.ShouldBe($"Not asked for: the limit ({limit}) was reached.");
        (failure is null).ShouldBe(limit is null);
    }

    [Fact]
    public void Spent_AfterTheEnd_IsAListedSkipThatIsNotTriedAgain()
    {
        var clock = new ImpatientClock();
        var budget = new TransferBudget(null, null, clock.GetUtcNow().AddSeconds(10), clock);
        clock.Advance(TimeSpan.FromSeconds(9));
        budget.Spent(Url, 0, 0).ShouldBeNull();
        clock.Advance(TimeSpan.FromSeconds(1));

        FetchFailure failure = budget.Spent(Url, 0, 0).ShouldNotBeNull();

        (failure.Code, failure.Kind, failure.IsOfBudget, failure.CanPass).ShouldBe(("CIF1239", ErrorKind.ItemsSkipped, true, false));
        failure.Message.ShouldContain("the time for the whole collection");
        failure.Place.ShouldBe(Url.AbsoluteUri);
        failure.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Spent_Unlimited_IsNever()
    {
        TransferBudget.Unlimited.Spent(Url, long.MaxValue, long.MaxValue).ShouldBeNull();
    }
}
