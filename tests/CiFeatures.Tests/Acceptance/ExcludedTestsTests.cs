using System.Text.Json;
using CiFeatures.Cli.Hosting;
using CiFeatures.Tests.Docs;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Acceptance;

/// <summary><c>features --exclude-tests</c>: what changes, what stays, and what the recipe says.</summary>
public sealed class ExcludedTestsTests : IDisposable
{
    // What the recomputed judgement says of a job; the columns of single tests come from the scan of all rows.
    private static readonly string[] Judged =
        ["recent_columns_passed", "recent_columns_completed", "recent_columns_passed_pct", "recent_cells_passed", "recent_cells_filled", "overall_status", "status_text", "latest_green", "recomputed_alerts"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Features_EveryTestExcluded_ChangesTheJudgementAndNothingElse()
    {
        await ImportAsync();
        await FeaturesAsync("plain");
        await FeaturesAsync("none", "--exclude-tests", ".");

        foreach (string table in new[] { "dashboards", "tests", "runs", "alerts" })
        {
            File.ReadAllBytes(_folder.PathOf("none", table + ".parquet")).ShouldBe(File.ReadAllBytes(_folder.PathOf("plain", table + ".parquet")), table);
        }

        IReadOnlyList<IReadOnlyDictionary<string, object?>> plain = FeatureRows.Of(_folder.PathOf("plain"), "jobs");
        IReadOnlyList<IReadOnlyDictionary<string, object?>> none = FeatureRows.Of(_folder.PathOf("none"), "jobs");
        for (int job = 0; job < plain.Count; job++)
        {
            plain[job].Keys.Where(c => !Equals(plain[job][c], none[job][c])).ShouldBeSubsetOf(Judged);

            // A job without a table answer has nothing to judge, with or without the option.
            int? nothing = (bool)plain[job]["has_table"]! ? 0 : null;
            none[job]["recent_cells_filled"].ShouldBe(nothing);
            none[job]["recomputed_alerts"].ShouldBe(nothing);
        }

        plain.Count(j => j["recent_cells_filled"] is > 0).ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Features_Excluded_StandsInTheRecipe()
    {
        await ImportAsync();
        await FeaturesAsync("one", "--exclude-tests", "^Overall$", "--exclude-tests", "a \"b\"");

        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder.PathOf("one", "manifest.json")));
        string text = manifest.RootElement.GetProperty("parameters").GetProperty("exclude_tests").GetString()!;
        JsonSerializer.Deserialize<string[]>(text).ShouldBe(["^Overall$", "a \"b\""]);
    }

    [Fact]
    public async Task Features_BadPattern_IsAUsageErrorAndNothingIsWritten()
    {
        await ImportAsync();

        CliRun run = await CliRun.StartAsync(_folder.Path, "features", "--from", "store", "--out", "bad", "--exclude-tests", "(");

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain("CIF1303");
        Directory.Exists(_folder.PathOf("bad")).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private async Task ImportAsync()
    {
        SampleCopy.Make(_folder.PathOf("sample"));
        (await CliRun.StartAsync(_folder.Path, "import", "testgrid", "sample", "--into", "store")).ExitCode.ShouldBe(ExitCodes.Ok);
    }

    private async Task FeaturesAsync(string name, params string[] options)
    {
        CliRun run = await CliRun.StartAsync(_folder.Path, ["features", "--from", "store", "--out", name, .. options]);
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
    }
}
