using System.Text.Json.Serialization;
using CiFeatures.Collection.Store.Manifests;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>The lines of a journal: compact JSON with the names of the manifest.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 16,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(JournalHeader))]
[JsonSerializable(typeof(SnapshotFile))]
[JsonSerializable(typeof(JournalNote))]
[JsonSerializable(typeof(JournalMissing))]
internal sealed partial class JournalJson : JsonSerializerContext;

/// <summary>The first line of a journal: whose it is.</summary>
internal sealed record JournalHeader
{
    public const string CurrentSchema = "cifeatures/snapshot-journal/v1";

    public required string Schema { get; init; }

    public required string Id { get; init; }

    public required SnapshotSource Source { get; init; }

    /// <summary>What decides the contents, as the collector writes it.</summary>
    public required string Recipe { get; init; }

    /// <summary>When the first writer began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How often the snapshot was taken over.</summary>
    public int Resumes { get; init; }

    /// <summary>What the writers before this one said about the transfer; null when they said nothing.</summary>
    public SnapshotTransfer? Transfer { get; init; }
}

/// <summary>A line that is about no body: what a writer knows of the transfer so far.</summary>
internal sealed record JournalNote
{
    public required SnapshotTransfer Transfer { get; init; }
}

/// <summary>A line about a file that a build does not have.</summary>
internal sealed record JournalMissing
{
    public required MissingFile Missing { get; init; }
}
