namespace CiFeatures.Features.Extraction;

/// <summary>Works on items on several threads and hands the results on in the items' order, holding only a few at a time.</summary>
internal static class OrderedWork
{
    public static void Run<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int threads,
        Func<TItem, TResult> work,
        Action<TResult> take,
        CancellationToken cancellation)
    {
        if (threads <= 1)
        {
            foreach (TItem item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                take(work(item));
            }

            return;
        }

        var ahead = new Queue<Task<TResult>>(threads);
        try
        {
            foreach (TItem item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                if (ahead.Count == threads)
                {
                    take(ahead.Dequeue().GetAwaiter().GetResult());
                }

                ahead.Enqueue(Task.Run(() => work(item), cancellation));
            }

            while (ahead.TryDequeue(out Task<TResult>? next))
            {
                cancellation.ThrowIfCancellationRequested();
                take(next.GetAwaiter().GetResult());
            }
        }
        finally
        {
            // Nothing may go on behind the caller's back, whatever ended the loop.
            foreach (Task<TResult> task in ahead)
            {
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            }
        }
    }
}
