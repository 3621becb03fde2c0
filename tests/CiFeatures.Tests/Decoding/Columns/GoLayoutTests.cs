using CiFeatures.Decoding.Columns;

namespace CiFeatures.Tests.Decoding.Columns;

public class GoLayoutTests
{
    [Theory]
    [InlineData("Mon Jan 2 15:04:05 MST 2006", "Tue Mar 5 07:08:09 UTC 2024")]
    [InlineData("Monday, January _2, 3:4:5 pm", "Tuesday, March  5, 7:8:9 am")]
    [InlineData("2006-01-02T15:04:05Z07:00", "2024-03-05T07:08:09Z")]
    [InlineData("002 __2 06 1/2", "065  65 24 3/5")]
    [InlineData("-0700 -07:00", "+0000 +00:00")]
    [InlineData("Janet on Moneyday", "Janet on Moneyday")]
    [InlineData("", "")]
    public void Format_Layout_ReplacesPartsOfTheReferenceTime(string layout, string text) =>
        GoLayout.Format(layout, new DateTimeOffset(2024, 3, 5, 8, 8, 9, TimeSpan.FromHours(1))).ShouldBe(text);
}
