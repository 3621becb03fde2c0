using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Core.Grids;

/// <summary>Reads table-driven cases of TestGrid's own tests. What a case leaves out has the zero value of its type.</summary>
internal static class PeerCases
{
    /// <summary>The cases of a file; the file itself says how many there are.</summary>
    public static IReadOnlyList<JsonElement> Load(string unit)
    {
        byte[] bytes = File.ReadAllBytes(SharedData.PathOrSkip("cases", unit + ".json"));
        JsonElement root = JsonElement.Parse(bytes);
        JsonElement[] cases = [.. root.GetProperty("cases").EnumerateArray()];
        cases.Length.ShouldBe(root.GetProperty("converted").GetInt32());
        root.GetProperty("leftOut").GetInt32().ShouldBe(0);
        return cases;
    }

    public static string Name(this JsonElement peerCase) => peerCase.GetProperty("name").GetString()!;

    public static int[] Ints(this JsonElement parent, string field) =>
        parent.TryGetProperty(field, out JsonElement list) ? [.. list.EnumerateArray().Select(e => e.GetInt32())] : [];

    public static double[] Doubles(this JsonElement parent, string field) =>
        parent.TryGetProperty(field, out JsonElement list)
            ? [.. list.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? double.NaN : e.GetDouble())]
            : [];

    public static string[] Texts(this JsonElement parent, string field) =>
        parent.TryGetProperty(field, out JsonElement list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];

    public static string Text(this JsonElement parent, string field) =>
        parent.TryGetProperty(field, out JsonElement text) ? text.GetString()! : "";

    public static CellStatus[] Statuses(this JsonElement parent, string field) => [.. parent.Texts(field).Select(Status)];

    public static CellStatus Status(string name)
    {
        CellStatuses.TryParse(name.Length == 0 ? "NO_RESULT" : name, out CellStatus status).ShouldBeTrue(name);
        return status;
    }
}
