using System.Security.Cryptography;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Tests.Formats.DataSets;

public sealed class DataSetTests : IDisposable
{
    private static readonly DataSetFormat[] AllFormats = [DataSetFormat.Parquet, DataSetFormat.Csv, DataSetFormat.Npz];

    private readonly TemporaryFolder _root = new();

    private string Folder => _root.File("out");

    [Theory]
    [InlineData(DataSetFormat.Parquet)]
    [InlineData(DataSetFormat.Csv)]
    [InlineData(DataSetFormat.Npz)]
    public void OpenTable_InEachFormat_GivesTheSameRows(DataSetFormat format)
    {
        FeatureTable table = SampleTables.Everything(1_000, seed: 41);
        DataSetFiles.Write(Folder, [table], AllFormats);

        using ITableReader reader = DataSetReader.Open(Folder, verify: true).OpenTable("everything", format);

        SampleTables.ShouldBe(reader.Read(), table);
        reader.Schema.Columns.ShouldAllBe(c => c.Unit == "cells");
    }

    [Fact]
    public void Complete_WritesWhatTheContractNames()
    {
        DataSetManifest manifest = DataSetFiles.Write(Folder, [SampleTables.Everything(10)], AllFormats);

        Directory.GetFileSystemEntries(_root.Path).ShouldBe([Folder]);
        Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["dictionary.csv", "everything.csv", "everything.npz", "everything.parquet", "manifest.json"]);
        foreach (DataSetFile file in manifest.Files)
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, file.Path));
            file.Bytes.ShouldBe(bytes.Length);
            file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "manifest.json")));
        JsonElement root = json.RootElement;
        root.GetProperty("schema").GetString().ShouldBe("cifeatures/dataset/v1");
        root.GetProperty("tables")[0].GetProperty("rows").GetInt64().ShouldBe(10);
        root.GetProperty("recipe")[4].GetProperty("feature").GetString().ShouldBe("everything.count");
        root.GetProperty("recipe")[4].GetProperty("parameters").GetProperty("window").GetString().ShouldBe("10");
        root.GetProperty("provenance").GetProperty("snapshots")[0].GetProperty("id").GetString().ShouldBe("2021-07-28T131018Z");
        root.GetProperty("issues").GetProperty("CIF1105").GetInt64().ShouldBe(3);
        File.ReadLines(Path.Combine(Folder, "dictionary.csv")).First().ShouldBe("table,name,type,unit,meaning,null_rule,source,formula,version");
        File.ReadLines(Path.Combine(Folder, "dictionary.csv")).ShouldContain("everything,count_or_null,int32,cells,A Int32.,by chance,\"\",\"\",1");
    }

    [Fact]
    public void Complete_SameInput_GivesTheSameBytes()
    {
        DataSetFiles.Write(_root.File("a"), [SampleTables.Everything(500)], AllFormats);
        DataSetFiles.Write(_root.File("b"), [.. SampleTables.Cut(SampleTables.Everything(500), 2)], AllFormats);

        foreach (string path in Directory.GetFiles(_root.File("a")))
        {
            File.ReadAllBytes(path).ShouldBe(File.ReadAllBytes(_root.File("b", Path.GetFileName(path))), path);
        }
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesNothing()
    {
        using (var writer = DataSetWriter.Create(new DataSetOptions { Folder = Folder, Formats = AllFormats }))
        {
            writer.OpenTable(SampleTables.Schema).Write(SampleTables.Everything(10));
            Directory.Exists(Folder).ShouldBeFalse();
            Should.Throw<InvalidOperationException>(() => writer.Complete(new DataSetManifestInput())).Message.ShouldContain("everything");
        }

        Directory.GetFileSystemEntries(_root.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Open_NoManifestOrDamagedOrNewer_SaysSo()
    {
        Code(() => DataSetReader.Open(_root.File("nowhere"))).ShouldBe(FormatErrors.BadManifest);
        DataSetFiles.Write(Folder, [SampleTables.Everything(3)], [DataSetFormat.Csv]);
        string path = Path.Combine(Folder, "manifest.json");
        string text = File.ReadAllText(path);

        File.WriteAllText(path, text.Replace("dataset/v1", "dataset/v2", StringComparison.Ordinal));
        Code(() => DataSetReader.Open(Folder)).ShouldBe(FormatErrors.NewerManifest);
        File.WriteAllText(path, text[..200]);
        Code(() => DataSetReader.Open(Folder)).ShouldBe(FormatErrors.BadManifest);
        File.WriteAllText(path, text.Replace("\"everything.csv\"", "\"../everything.csv\"", StringComparison.Ordinal));
        Code(() => DataSetReader.Open(Folder)).ShouldBe(FormatErrors.BadManifest);
        File.WriteAllText(path, text.Replace("\"rows\": 3", "\"rows\": \"3\"", StringComparison.Ordinal));
        Code(() => DataSetReader.Open(Folder)).ShouldBe(FormatErrors.BadManifest);
        File.WriteAllText(path, text);
        Code(() => DataSetReader.Open(Folder).OpenTable("jobs")).ShouldBe(FormatErrors.NoSuchTable);
        Code(() => DataSetReader.Open(Folder).OpenTable("everything", DataSetFormat.Npz)).ShouldBe(FormatErrors.NoSuchTable);
    }

    [Fact]
    public void Verify_ChangedOrMissingFile_IsAnIntegrityError()
    {
        DataSetFiles.Write(Folder, [SampleTables.Everything(30)], [DataSetFormat.Parquet]);
        string path = Path.Combine(Folder, "everything.parquet");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[100] ^= 1;
        File.WriteAllBytes(path, bytes);

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => DataSetReader.Open(Folder, verify: true));
        error.Kind.ShouldBe(ErrorKind.Integrity);
        error.Place.ShouldBe(path);

        File.Delete(path);
        Code(() => DataSetReader.Open(Folder, verify: true)).ShouldBe(FormatErrors.ChangedFile);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("")]
    [InlineData("manifest")]
    public void OpenTable_NameThatIsNoName_IsRefused(string name)
    {
        using var writer = DataSetWriter.Create(new DataSetOptions { Folder = Folder });

        Should.Throw<ArgumentException>(() => writer.OpenTable(SampleTables.Schema with { Name = name }));
    }

    [Fact]
    public void TableFile_UnknownEndingOrMissing_SaysSo()
    {
        Code(() => TableFile.Open("x.xlsx")).ShouldBe(FormatErrors.UnknownFormat);
        Code(() => TableFile.Open(_root.File("x.parquet"))).ShouldBe(FormatErrors.CannotRead);
        Code(() => TableFile.Open(_root.File("x.csv"))).ShouldBe(FormatErrors.CannotRead);
    }

    public void Dispose() => _root.Dispose();

    private static string Code(Action action) => Should.Throw<CiFeaturesException>(action).Code;
}
