using System.Text.Json;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>Reads what <c>--json</c> printed.</summary>
internal static class Json
{
    /// <summary>Parses stdout; fails unless it is exactly one JSON document.</summary>
    public static JsonElement Parse(ProgramRun run)
    {
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
