using System.Collections.Concurrent;

namespace CiFeatures.Collection.Harvest;

/// <summary>
/// Threads that decode and store bodies. They are not those of the thread pool, so that requests go out and answers come in on time however
/// much there is to work up.
/// </summary>
internal sealed class Workshop : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread[] _threads;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many.</param>
    public Workshop(int threads)
    {
        _threads = new Thread[threads];
        for (int i = 0; i < threads; i++)
        {
            _threads[i] = new Thread(Run) { IsBackground = true, Name = $"collection {i + 1}" };
            _threads[i].Start();
        }
    }

    /// <summary>Puts in some work, which must not throw.</summary>
    public void Do(Action work) => _work.Add(work);

    /// <summary>Finishes what was put in, and ends.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _work.Dispose();
    }

    private void Run()
    {
        BackgroundThread.GiveWay();
        foreach (Action work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
