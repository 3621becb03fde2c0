using System.Text.Json;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Judgement;

/// <summary>A table of cases of TestGrid's own tests. An absent field is Go's zero value.</summary>
internal static class CaseFile
{
    /// <summary>Runs every case of a file, and fails unless as many ran as the file says it holds.</summary>
    public static void RunAll(string unit, Action<JsonElement> run) => RunAll(unit, (test, _) => run(test));

    /// <summary>Runs every case of a file with the file's fixture, and fails unless as many ran as the file says it holds.</summary>
    public static void RunAll(string unit, Action<JsonElement, JsonElement> run)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.PathOrSkip("cases", unit + ".json")));
        JsonElement fixture = document.RootElement.TryGetProperty("fixture", out JsonElement given) ? given : default;
        int executed = 0;
        foreach (JsonElement test in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            try
            {
                run(test, fixture);
            }
            catch (Exception e) when (e is not SkipException)
            {
                throw new ShouldAssertException($"{unit}: case \"{test.Text("name")}\": {e.Message}", e);
            }

            executed++;
        }

        executed.ShouldBeGreaterThan(0);
        executed.ShouldBe(document.RootElement.GetProperty("converted").GetInt32(), "every converted case has to run");
    }
}
