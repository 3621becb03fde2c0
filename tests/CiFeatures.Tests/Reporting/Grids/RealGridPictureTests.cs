using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting;
using CiFeatures.Reporting.Grids;
using CiFeatures.Reporting.Statuses;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Reporting.Grids;

public class RealGridPictureTests
{
    private const long MostSvgBytes = 3_000_000;

    [SkippableFact]
    public void Render_LargestTablesOfARelease_StaySmallAndComplete()
    {
        string folder = SharedData.PathOrSkip("data", "testgrid", "4.8GA");
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*.json.gz", SearchOption.AllDirectories)
            .Where(f => f.Directory!.Name == "table").OrderByDescending(f => f.Length).Take(3))
        {
            JobGrid grid = Read(file.FullName);
            using var output = new MemoryStream();

            GridPicture.Render(grid, new GridPictureOptions(), PictureFormat.Svg, output);

            output.Length.ShouldBeLessThan(MostSvgBytes, file.Name);
            XElement svg = SvgText.Parse(output.ToArray());
            XElement[] rows = [.. svg.Groups("row")];
            rows.Length.ShouldBe(grid.Tests.Count);
            double cell = rows.Sum(r => StatusPalette.Order.Sum(s => r.Area(StatusPalette.Color(s)))) / grid.CellCount;
            double fails = rows.Sum(r => r.Area(StatusPalette.Color(StatusClass.Fail))) / cell;
            fails.ShouldBe(grid.Statuses.ToArray().Count(s => CellStatuses.IsFailing((CellStatus)s)), 0.01, file.Name);
        }
    }

    private static JobGrid Read(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(gzip);
        JsonElement[] tests = [.. document.RootElement.GetProperty("tests").EnumerateArray()];
        long[] times = [.. document.RootElement.GetProperty("timestamps").EnumerateArray().Select(t => (long)t.GetDouble())];
        return new JobGrid(
            new JobKey("dashboard", Path.GetFileName(path)),
            new GridInfo(),
            [.. tests.Select(t => new TestRow { Name = t.GetProperty("name").GetString()! })],
            new RunAxis([.. times.Select((_, i) => $"{i}")], times, [], []),
            [.. tests.SelectMany(t => t.GetProperty("statuses").EnumerateArray())
                .SelectMany(s => Enumerable.Repeat(s.GetProperty("value").GetByte(), s.GetProperty("count").GetInt32()))]);
    }
}
