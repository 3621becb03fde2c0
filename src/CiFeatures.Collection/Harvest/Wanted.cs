using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Harvest;

/// <summary>One body that a collection wants: where it is, where it goes, what it has to be, and what it leads to.</summary>
internal sealed record Wanted
{
    /// <summary>The place in the snapshot and the names it belongs to.</summary>
    public required NewBody About { get; init; }

    /// <summary>The address.</summary>
    public required Uri Url { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked for first: lower comes first.</summary>
    public required int Stage { get; init; }

    /// <summary>Whether it names what else there is, so that a plan cannot be made without it.</summary>
    public bool IsListing { get; init; }

    /// <summary>Whether something follows from it, so that it is read also where it is there already.</summary>
    public bool LeadsOn { get => field || IsListing; init; }

    /// <summary>Whether something follows from it also where only the service said that it has not changed.</summary>
    public bool LeadsOnUnchanged { get => field || LeadsOn; init; }

    /// <summary>Looks at the body: throws a <see cref="CiFeaturesException"/> where it is not what was wanted.</summary>
    public required Func<ReadOnlyMemory<byte>, Taken> Read { get; init; }

    /// <summary>The path of a body without which an interrupted collection's own one is of no use; null where there is none.</summary>
    public string? Partner { get; init; }

    /// <summary>What is asked for first when this could not be had and comes again later; null = nothing else.</summary>
    public Wanted? Restart { get; init; }

    /// <summary>
    /// Whether it only has to be found out if the stored body of this place is still what the service says; <see cref="Read"/> says what follows
    /// when it is not. Nothing is stored.
    /// </summary>
    public bool IsCheck { get; init; }

    /// <summary>The answer, where it was asked for before; null otherwise.</summary>
    public FetchedBody? Answer { get; init; }

    /// <summary>What to do where it cannot be had; null = it is left out, and told.</summary>
    public Func<CiFeaturesException, Instead>? OnFailure { get; init; }
}
