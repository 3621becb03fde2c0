using CiFeatures.Collection.Harvest;

namespace CiFeatures.Tests.Collection.Harvest;

public class WorkshopTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Dispose_FinishesWhatWasPutIn(int threads)
    {
        int done = 0;
        using (var workshop = new Workshop(threads))
        {
            for (int i = 0; i < 100; i++)
            {
                workshop.Do(() => Interlocked.Increment(ref done));
            }
        }

        done.ShouldBe(100);
    }

    [Fact]
    public void Do_OneThread_KeepsTheOrder()
    {
        List<int> order = [];
        using (var workshop = new Workshop(1))
        {
            for (int i = 0; i < 100; i++)
            {
                int number = i;
                workshop.Do(() => order.Add(number));
            }
        }

        order.ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public void Do_SlowWork_IsNoneOfTheThreadPool()
    {
        bool? pooled = null;
        using (var workshop = new Workshop(1))
        {
            workshop.Do(() => pooled = Thread.CurrentThread.IsThreadPoolThread);
        }

        pooled.ShouldBe(false, "Answers come in however much there is to work up.");
    }
}
