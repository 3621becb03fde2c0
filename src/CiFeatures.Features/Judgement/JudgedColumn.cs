namespace CiFeatures.Features.Judgement;

/// <summary>A run (column) as the judgement sees it, whatever format it came from.</summary>
public sealed record JudgedColumn
{
    /// <summary>The build id; may be empty or repeat.</summary>
    public string Build { get; init; } = "";

    /// <summary>Start in milliseconds since 1970 UTC; 0 = not known. Fractions occur in protobuf state.</summary>
    public double StartedMs { get; init; }

    /// <summary>Custom header values, in the order of the headers; may be shorter than the headers.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>Hotlist ids as one text, parted by commas.</summary>
    public string HotlistIds { get; init; } = "";

    /// <summary>Addresses to tell about failures of this run.</summary>
    public IReadOnlyList<string> EmailAddresses { get; init; } = [];
}
