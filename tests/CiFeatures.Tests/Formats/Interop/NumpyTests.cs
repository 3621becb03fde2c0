using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.Npy;
using CiFeatures.Tests.Formats.Npy;

namespace CiFeatures.Tests.Formats.Interop;

/// <summary>NumPy and npyjs read what is written here, and what NumPy writes is read here.</summary>
public sealed class NumpyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void Numpy_ReadsATable()
    {
        FeatureTable table = SampleTables.Everything(2_000, seed: 21, withNaN: false);
        string path = _folder.File("table.npz");
        NpzFiles.Write(path, [table], _folder.File("spool"));

        Dictionary<string, JsonElement> arrays = ByName(Peers.PythonScript("numpy_read.py", path));

        Text(arrays["code"], "dtype").ShouldBe("|i1");
        Text(arrays["count"], "dtype").ShouldBe("<i4");
        Text(arrays["count_or_null"], "dtype").ShouldBe("<f8");
        Text(arrays["time"], "dtype").ShouldBe("<M8[ms]");
        Text(arrays["flag"], "dtype").ShouldBe("|b1");
        foreach (TableColumn column in table.Columns)
        {
            string[] values = Values(arrays[column.Schema.Name]);
            values.Length.ShouldBe(table.RowCount);
            string[]? categories = column is TableColumn<string> ? Values(arrays[column.Schema.Name + "__categories"]) : null;
            for (int row = 0; row < values.Length; row++)
            {
                Same(values[row], column.ValueAt(row), column.Schema, categories).ShouldBeTrue($"{column.Schema.Name}, row {row}: {values[row]} and {column.ValueAt(row)}");
            }
        }
    }

    [SkippableFact]
    public void Numpy_ReadsTensors()
    {
        string path = _folder.File("tensor.npz");
        using (var writer = new NpzWriter(File.Create(path)))
        {
            writer.Add<sbyte>("status", [0, 1, 12, -1, 13, 3], 2, 3);
            writer.Add<bool>("mask", [true, false, true, true, false, true], 1, 2, 3);
            writer.Add<float>("duration_minutes", [1.5f, float.NaN], 2);
            writer.AddTexts("tests", ["größer", "", "🎉"]);
            writer.AddTimestamps("run_times_ms", [1_627_477_818_000, long.MinValue]);
            writer.Add<long>("none", [], 0, 4);
        }

        Dictionary<string, JsonElement> arrays = ByName(Peers.PythonScript("numpy_read.py", path));

        arrays["status"].GetProperty("shape").ToString().ShouldBe("[2, 3]");
        Values(arrays["status"]).ShouldBe(["0", "1", "12", "-1", "13", "3"]);
        arrays["mask"].GetProperty("shape").ToString().ShouldBe("[1, 2, 3]");
        Values(arrays["duration_minutes"]).ShouldBe(["1.5", "nan"]);
        Values(arrays["tests"]).ShouldBe(["größer", "", "🎉"]);
        Values(arrays["run_times_ms"]).ShouldBe(["1627477818000", "NaT"]);
        arrays["none"].GetProperty("shape").ToString().ShouldBe("[0, 4]");
    }

    [SkippableTheory]
    [InlineData("arrays.npz")]
    [InlineData("packed.npz")]
    public void Read_ArraysOfNumpy_GivesTheirValues(string file)
    {
        JsonElement expected = Peers.PythonScript("numpy_write.py", _folder.Path);
        using var reader = new NpzReader(File.OpenRead(_folder.File(file)), file);
        reader.Names.ShouldBe(expected.EnumerateArray().Select(a => Text(a, "name")!));
        foreach (JsonElement wanted in expected.EnumerateArray())
        {
            NpyArray array = reader.Read(Text(wanted, "name")!);

            array.Shape.ShouldBe(wanted.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64()));
            NpzFiles.Texts(array).ShouldBe(Values(wanted), Text(wanted, "name"));
        }
    }

    [SkippableFact]
    public void Read_OtherFilesOfNumpy_ReadsOrRefuses()
    {
        JsonElement expected = Peers.PythonScript("numpy_write.py", _folder.Path);
        string[] wanted = Values(expected.EnumerateArray().Single(a => Text(a, "name") == "f8"));
        for (int version = 1; version <= 3; version++)
        {
            using FileStream stream = File.OpenRead(_folder.File($"version{version}.npy"));
            NpzFiles.Texts(NpyReader.Read(stream, "v")).ShouldBe(wanted);
        }

        using (var objects = new NpzReader(File.OpenRead(_folder.File("objects.npz")), "objects.npz"))
        {
            Should.Throw<CiFeaturesException>(() => objects.Read("o")).Code.ShouldBe(FormatErrors.UnsupportedNpy);
        }

        using ITableReader table = TableFile.Open(_folder.File("matrix.npz"));
        table.Schema.Columns.Select(c => c.Name).ShouldBe(["X_0", "X_1", "X_2", "C_0", "C_1", "y"]);
        FeatureTable rows = PeerColumns.Gather(table);
        rows.Column<double>("X_1").Values.ToArray().ShouldBe([1, 4, 7, 10]);
        rows.Column<long>("C_1").Values.ToArray().ShouldBe([1, 3, 5, 7]);
    }

    [SkippableFact]
    public void Npyjs_ReadsArrays()
    {
        string path = _folder.File("a.npy");
        using (FileStream stream = File.Create(path))
        {
            NpyWriter.Write<float>(stream, [1.5f, -2f, 0f, 4f, 5f, 6f], [3, 2]);
        }

        JsonElement array = Peers.Node("npyjs-read.mjs", path)[0];

        array.GetProperty("shape").ToString().ShouldBe("[3,2]");
        Values(array).ShouldBe(["1.5", "-2", "0", "4", "5", "6"]);
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, JsonElement> ByName(JsonElement arrays) => arrays.EnumerateArray().ToDictionary(a => Text(a, "name")!);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string[] Values(JsonElement array) => [.. array.GetProperty("values").EnumerateArray().Select(v => v.GetString()!)];

    private static bool Same(string found, object? value, ColumnSchema schema, string[]? categories) => (value, schema.Type) switch
    {
        (null, ColumnType.Text) => found == "-1",
        (null, ColumnType.TimestampMs) => found == "NaT",
        (null, _) => found == "nan",
        (string text, _) => categories![int.Parse(found, CultureInfo.InvariantCulture)] == text,
        (bool flag, _) when schema.Nullable => found == (flag ? "1.0" : "0.0"),
        (_, ColumnType.Int8 or ColumnType.Int32 or ColumnType.Int64) when schema.Nullable => double.Parse(found, CultureInfo.InvariantCulture) == Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => PeerColumns.Same(found, value, schema.Type),
    };
}
