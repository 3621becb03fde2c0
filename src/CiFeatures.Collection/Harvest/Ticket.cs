namespace CiFeatures.Collection.Harvest;

/// <summary>A place in the queue.</summary>
/// <param name="Wanted">What is wanted.</param>
/// <param name="Round">How often it was given up before; later rounds come after everything else.</param>
/// <param name="Number">The order of being put in.</param>
/// <param name="Damaged">How often its body arrived damaged.</param>
/// <param name="Unconditional">Whether the body is wanted whatever there is already.</param>
internal sealed record Ticket(Wanted Wanted, int Round, int Number, int Damaged = 0, bool Unconditional = false)
{
    public static int Compare(Ticket a, Ticket b) => (a.Round, a.Wanted.Stage, a.Number).CompareTo((b.Round, b.Wanted.Stage, b.Number));
}
