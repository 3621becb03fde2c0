using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>The objects of a bucket. Safe to use from several threads.</summary>
internal interface IBucketObjects
{
    /// <summary>All names in <see cref="NameListing.Order"/>. One that ends in a slash is a folder of which nothing else is known, and no object.</summary>
    string[] Names { get; }

    /// <summary>An object; null when the bucket does not have it.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    BucketObject? Find(string name);
}

/// <summary>An object of a bucket.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">The type of its body.</param>
/// <param name="Updated">When it was written.</param>
/// <param name="Body">Its body as the bucket stores it; loaded when it is needed only. Null where it is known from a listing only.</param>
internal sealed record BucketObject(string Name, string ContentType, DateTimeOffset Updated, AnswerBody? Body)
{
    /// <summary>The bytes as the bucket stores them, where that is known without a look at them.</summary>
    public long? Bytes { get; init; }

    /// <summary>Where the bucket stores gzip that clients are to take for the plain bytes: the plain bytes; otherwise null.</summary>
    public AnswerBody? Plain { get; init; }

    /// <summary>The folder that this object stands for, as presubmit jobs have them; null for others.</summary>
    public string? Link { get; init; }
}

/// <summary>What a listing asks for.</summary>
/// <param name="Prefix">Only names that begin with this.</param>
/// <param name="Delimiter">Names with this behind the prefix are drawn together up to and with it; empty for none.</param>
/// <param name="After">Only what comes after this name or prefix; empty for the first page.</param>
/// <param name="Most">How many names and prefixes one page has at most.</param>
internal sealed record BucketListing(string Prefix, string Delimiter, string After, int Most)
{
    /// <summary>Only names from this on; empty for all.</summary>
    public string From { get; init; } = "";

    /// <summary>Only names before this; empty for all.</summary>
    public string Before { get; init; } = "";
}

/// <summary>A page of a listing.</summary>
/// <param name="Names">Names of objects in order.</param>
/// <param name="Prefixes">What names were drawn together to, in order.</param>
/// <param name="Next">What the next page begins after; null on the last.</param>
internal sealed record BucketPage(IReadOnlyList<string> Names, IReadOnlyList<string> Prefixes, string? Next);
