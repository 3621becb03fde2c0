namespace CiFeatures.Decoding;

/// <summary>How much a reader takes before it calls an answer too large. Real answers stay far below every default.</summary>
public sealed record DecodeLimits
{
    /// <summary>The limits that hold when none are given.</summary>
    public static DecodeLimits Default { get; } = new();

    /// <summary>The most bytes of an answer after decompression.</summary>
    /// <value>Default 512 MiB.</value>
    public long MaxDocumentBytes { get; init; } = 512L << 20;

    /// <summary>How deep arrays and objects may lie in each other.</summary>
    /// <value>Default 64.</value>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The most rows of a grid, and the most jobs of a summary.</summary>
    /// <value>Default 1,000,000.</value>
    public int MaxTests { get; init; } = 1_000_000;

    /// <summary>The most columns of a grid.</summary>
    /// <value>Default 100,000.</value>
    public int MaxRuns { get; init; } = 100_000;

    /// <summary>The most custom headers of a grid; each takes an entry for each column.</summary>
    /// <value>Default 100.</value>
    public int MaxHeaders { get; init; } = 100;

    /// <summary>The most cells of a grid, rows times columns; one byte is allocated for each.</summary>
    /// <value>Default 100,000,000.</value>
    public long MaxCells { get; init; } = 100_000_000;

    /// <summary>The most bytes of one text; a longer one is cut and reported.</summary>
    /// <value>Default 1 MiB.</value>
    public int MaxTextBytes { get; init; } = 1 << 20;

    /// <summary>The most bytes that are kept of all fields together that the reader does not model; what is beyond is left out and reported.</summary>
    /// <value>Default 8 MiB.</value>
    public long MaxOtherFieldBytes { get; init; } = 8L << 20;

    /// <summary>The most issues that one answer adds to the list; then one more says how many there were.</summary>
    /// <value>Default 1,000.</value>
    public int MaxIssues { get; init; } = 1_000;

    /// <summary>The most bytes of a build's <c>started.json</c>, <c>finished.json</c>, <c>prowjob.json</c> and <c>podinfo.json</c>.</summary>
    /// <value>Default 64 MiB.</value>
    public int MaxBuildJsonBytes { get; init; } = 64 << 20;

    /// <summary>The most bytes of a JUnit file after decompression; TestGrid refuses larger ones.</summary>
    /// <value>Default 100,000,000.</value>
    public long MaxJUnitBytes { get; init; } = 100_000_000;

    /// <summary>The most test cases of one JUnit file.</summary>
    /// <value>Default 1,000,000.</value>
    public int MaxJUnitCases { get; init; } = 1_000_000;

    /// <summary>How deep elements of a JUnit file may lie in each other.</summary>
    /// <value>Default 256.</value>
    public int MaxXmlDepth { get; init; } = 256;

    /// <summary>The most bytes of an event list after decompression.</summary>
    /// <value>Default 1 GiB.</value>
    public long MaxEventListBytes { get; init; } = 1L << 30;

    /// <summary>The most events of one event list.</summary>
    /// <value>Default 1,000,000.</value>
    public int MaxEvents { get; init; } = 1_000_000;
}
