using CiFeatures.Collection.Http;

namespace CiFeatures.Tests.Collection.Http;

public class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData("Wed, 01 Jul 2026 12:00:30 GMT", 30)]
    [InlineData("Wed, 01 Jul 2026 11:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999999999", null)]
    public void Of_BothForms_AreRead(string header, int? seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        RetryAfter.Of(response, Now).ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
    }

    [Fact]
    public void Of_NoHeader_IsNull()
    {
        using var response = new HttpResponseMessage();

        RetryAfter.Of(response, Now).ShouldBeNull();
    }
}
