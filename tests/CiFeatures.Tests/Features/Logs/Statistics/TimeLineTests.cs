using CiFeatures.Features.Logs.Statistics;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Logs.Statistics;

public class TimeLineTests
{
    private const long MsPerDay = 86_400_000;

    private static readonly long NominalMs = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly long DatedMs = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [Fact]
    public void TryAppend_PartsCutAnywhere_EqualsTheWhole()
    {
        Random random = Fuzzing.Seeded(23);
        for (int i = Fuzzing.Inputs(4000); i > 0; i--)
        {
            int? year = random.Next(3) == 0 ? 2019 : null;
            LineStamp[] stamps = Stamps(random, random.Next(25), random.Next(5));
            var whole = new TimeLine(year);
            Array.ForEach(stamps, whole.Add);

            var joined = new TimeLine(year);
            TimeLine part = joined;
            foreach (LineStamp stamp in stamps)
            {
                while (random.Next(3) == 0)
                {
                    if (part != joined)
                    {
                        joined.TryAppend(part).ShouldBeTrue();
                    }

                    part = TimeLine.OfPart();
                }

                part.Add(stamp);
            }

            (part == joined || joined.TryAppend(part)).ShouldBeTrue();
            (joined.Count, joined.FirstMs, joined.LastMs, joined.GapMs).ShouldBe((whole.Count, whole.FirstMs, whole.LastMs, whole.GapMs), string.Join(' ', stamps));
        }
    }

    [Fact]
    public void TryAppend_DaysThatAlternateWithoutEnd_IsRefusedAndChangesNothing()
    {
        var times = new TimeLine(2020);
        TimeLine part = TimeLine.OfPart();
        for (int i = 0; i < 100_000; i++)
        {
            part.Add(new LineStamp(NominalMs + (i % 2 * MsPerDay), HasYear: false));
        }

        times.TryAppend(part).ShouldBeFalse();
        (times.Count, times.FirstMs, times.GapMs).ShouldBe((0L, null, null));
    }

    // Steps of up to some months either way, with and without a year, so that years end and 29 February comes by.
    private static LineStamp[] Stamps(Random random, int count, int dated)
    {
        long at = random.NextInt64(366 * MsPerDay);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            at = Math.Clamp(at + (random.Next(3) == 0 ? random.NextInt64(-200 * MsPerDay, 200 * MsPerDay) : random.NextInt64(-60_000, 3_600_000)), 0, (366 * MsPerDay) - 1);
            return random.Next(5) < dated ? new LineStamp(DatedMs + at, HasYear: true) : new LineStamp(NominalMs + at, HasYear: false);
        })];
    }
}
