using System.Threading.Channels;

namespace CiFeatures.Collection.Harvest;

/// <summary>What is still to be asked for, the most urgent first. It ends by itself when everything that was put in is settled.</summary>
internal sealed class HarvestQueue
{
    private readonly Channel<Ticket> _channel = Channel.CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<Ticket> { Comparer = Comparer<Ticket>.Create(Ticket.Compare) });
    private int _open;
    private int _next;
    private int _known;

    /// <summary>Gets how many different bodies were put in so far.</summary>
    public int Known => Volatile.Read(ref _known);

    /// <summary>Puts in what has not been asked for yet.</summary>
    public void Add(Wanted wanted)
    {
        Interlocked.Increment(ref _known);
        Put(new Ticket(wanted, 0, Interlocked.Increment(ref _next)));
    }

    /// <summary>Puts something in once more; it is not settled by what happened so far.</summary>
    public void Again(Ticket ticket) => Put(ticket);

    /// <summary>Something is stored, left out, or put in again.</summary>
    public void Settle()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _channel.Writer.TryComplete();
        }
    }

    /// <summary>Gives what comes next; ends when all is settled.</summary>
    public IAsyncEnumerable<Ticket> TakeAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);

    private void Put(Ticket ticket)
    {
        Interlocked.Increment(ref _open);
        _channel.Writer.TryWrite(ticket);
    }
}
