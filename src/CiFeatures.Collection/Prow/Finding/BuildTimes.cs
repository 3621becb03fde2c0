using System.Text.Json;
using CiFeatures.Collection.Artifacts;

namespace CiFeatures.Collection.Prow.Finding;

/// <summary>Finds out when a build began.</summary>
/// <param name="store">The bucket.</param>
internal sealed class BuildTimes(IArtifactStore store)
{
    private const string Started = "started.json";
    private const double LastSecond = 253_402_300_799;

    /// <summary>When it began: when <c>started.json</c> was written, or, where the listing does not say that, what it says.</summary>
    /// <param name="folder">The build's folder.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>Null where neither says.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">The service cannot be asked.</exception>
    public async Task<DateTimeOffset?> StartedAsync(string folder, CancellationToken cancellationToken)
    {
        ArtifactPage page = await store.ListAsync(new ArtifactListRequest(folder), cancellationToken).ConfigureAwait(false);
        if (page.Objects.FirstOrDefault(o => o.Name == folder + Started)?.Modified is { } modified)
        {
            return modified;
        }

        return await SmallText.ReadAsync(store, folder + Started, cancellationToken).ConfigureAwait(false) is { } text ? Timestamp(text) : null;
    }

    private static DateTimeOffset? Timestamp(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("timestamp", out JsonElement value)
                && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double seconds) && seconds is > 0 and < LastSecond
                ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
