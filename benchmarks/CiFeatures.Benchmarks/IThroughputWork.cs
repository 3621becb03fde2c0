namespace CiFeatures.Benchmarks;

/// <summary>Something that <see cref="Throughput"/> can time.</summary>
internal interface IThroughputWork
{
    /// <summary>How many bytes one round reads.</summary>
    long Bytes { get; }

    /// <summary>Does the work once.</summary>
    /// <returns>How many items (cells) it gave.</returns>
    long Run();
}
