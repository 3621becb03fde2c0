using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store.Manifests;

public class ManifestReaderTests
{
    private const string Id = "2021-07-28T131018Z";
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Summary = $$"""{"path":"testgrid/d/summary.json.gz","dashboard":"d","url":"","sha256":"{{Hash}}","bytes":7}""";
    private const string Table = $$"""{"path":"testgrid/d/table/j.json.gz","dashboard":"d","job":"j","sha256":"{{Hash}}","bytes":9,"tests":2,"runs":3,"cells":6}""";
    private const string Counts = """{"files":2,"bytes":16,"dashboards":1,"summaries":1,"tables":1,"tests":2,"runs":3,"cells":6,"skipped":1}""";

    // The fingerprint's definition in its own words: path, tab, hash, tab, length, line feed.
    private static readonly string Fingerprint = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.ASCII.GetBytes($"testgrid/d/summary.json.gz\t{Hash}\t7\ntestgrid/d/table/j.json.gz\t{Hash}\t9\n")));

    private static readonly string Manifest = $$$"""
        {"schema":"cifeatures/snapshot/v1","id":"{{{Id}}}","created":"2021-07-28T13:10:18Z","source":{"kind":"x","location":"y"},
         "fingerprint":"{{{Fingerprint}}}","counts":{{{Counts}}},"files":[{{{Summary}}},{{{Table}}}],
         "skipped":[{"item":"d/k.json","code":"CIF1224","reason":"bad"}]}
        """;

    [Fact]
    public void Parse_HandMadeManifest_IsRead()
    {
        SnapshotManifest manifest = Parse(Manifest);
        manifest.Created.ShouldBe(new DateTimeOffset(2021, 7, 28, 13, 10, 18, TimeSpan.Zero));
        manifest.Files[1].Job.ShouldBe("j");
        manifest.Files[1].Status.ShouldBeNull();
        manifest.Skipped.Single().Place.ShouldBe("");
    }

    [Theory]
    [InlineData("\"id\":", "\"added_later\":{\"a\":[1]},\"id\":")]
    [InlineData("snapshot/v1", "snapshot/v1.4")]
    public void Parse_NewerMinor_IsRead(string old, string changed) => Parse(Manifest.Replace(old, changed, StringComparison.Ordinal)).Files.Count.ShouldBe(2);

    [Theory]
    [InlineData("cifeatures/snapshot/v2")]
    [InlineData("cifeatures/snapshot/v10.1")]
    public void Parse_NewerMajor_AsksForANewerVersion(string schema)
    {
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => Parse($$"""{"schema":"{{schema}}","files":"of another shape"}"""));
        e.Code.ShouldBe("CIF1206");
        e.Message.ShouldContain(schema);
        e.Remedy.ShouldContain("newer version");
    }

    [Theory]
    [InlineData("cifeatures/snapshot/v1", "sippy/v1", "schema")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"../../etc/passwd\"", "inside the snapshot")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"/etc/passwd\"", "inside the snapshot")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"testgrid\\\\d\"", "inside the snapshot")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"C:/d\"", "inside the snapshot")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"testgrid/d\\u0000\"", "inside the snapshot")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"manifest.json\"", "inside the snapshot")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"\"", "inside the snapshot")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"testgrid/d/table/J.json.gz\",\"job\":\"J\"", "occurs twice")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"zzz\"", "ordinal order")]
    [InlineData("\"path\":\"testgrid/d/summary.json.gz\"", "\"path\":\"testgrid/c/summary.json.gz\"", "not the path of dashboard 'd'")]
    [InlineData("\"job\":\"j\"", "\"job\":\"other\"", "job 'other'")]
    [InlineData("\"job\":\"j\",", "", "not the path")]
    [InlineData("852b855\",\"bytes\":7", "852b85X\",\"bytes\":7", "hexadecimal")]
    [InlineData("852b855\",\"bytes\":7", "852b85\",\"bytes\":7", "hexadecimal")]
    [InlineData("852b855\",\"bytes\":7", "852B855\",\"bytes\":7", "hexadecimal")]
    [InlineData("\"bytes\":7", "\"bytes\":-7", "negative")]
    [InlineData("\"bytes\":7", "\"bytes\":9223372036854775807", "more than can be counted")]
    [InlineData("\"bytes\":7", "\"bytes\":1e99", "JSON")]
    [InlineData("\"bytes\":7", "\"bytes\":8", "counts")]
    [InlineData("\"tests\":2,\"runs\":3,\"cells\":6}]", "\"tests\":2,\"runs\":3,\"cells\":7}]", "2 tests times 3 runs")]
    [InlineData("\"files\":2", "\"files\":3", "counts")]
    [InlineData("\"fingerprint\":\"", "\"fingerprint\":\"0", "fingerprint")]
    [InlineData("\"id\":\"2021-07-28T131018Z\"", "\"id\":\"2021-07-28T131019Z\"", "belongs to snapshot")]
    [InlineData("2021-07-28T13:10:18Z", "2021-07-28T13:10:19Z", "time")]
    [InlineData("2021-07-28T13:10:18Z", "yesterday", "JSON")]
    [InlineData("2021-07-28T13:10:18Z", "2021-07-28T13:10:18+02:00", "JSON")]
    [InlineData("\"id\":", "\"id\":\"x\",\"id\":", "JSON")]
    [InlineData("\"files\":[", "\"files\":null,\"other\":[", "JSON")]
    [InlineData("\"files\":[", "\"files\":[null,", "null")]
    [InlineData("\"skipped\":[{", "\"skipped\":[null,{", "null")]
    [InlineData("\"fingerprint\"", "\"finger\"", "JSON")]
    public void Parse_BrokenRule_IsAnIntegrityErrorThatSaysWhich(string old, string changed, string expected)
    {
        string json = Manifest.Replace(old, changed, StringComparison.Ordinal);
        json.ShouldNotBe(Manifest);
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => Parse(json));
        e.Code.ShouldBe("CIF1205");
        e.Kind.ShouldBe(ErrorKind.Integrity);
        e.Place.ShouldBe("the/manifest");
        e.Message.ShouldContain(expected);
    }

    [Fact]
    public void Parse_CutAnywhere_IsAClearError()
    {
        byte[] json = Encoding.UTF8.GetBytes(Manifest.TrimEnd());
        for (int length = 0; length < json.Length; length += 7)
        {
            Should.Throw<CiFeaturesException>(() => ManifestReader.Parse(json.AsSpan(0, length), "the/manifest", Id)).Code.ShouldBe("CIF1205", length.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Parse_AnyByteChanged_IsReadOrAClearError()
    {
        byte[] json = Encoding.UTF8.GetBytes(Manifest);
        Random random = new(7);
        for (int i = 0; i < 3000; i++)
        {
            byte[] changed = [.. json];
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                ManifestReader.Parse(changed, "the/manifest", Id).Files.Count.ShouldBe(2);
            }
            catch (CiFeaturesException e)
            {
                e.Code.ShouldBeOneOf("CIF1205", "CIF1206");
            }
        }
    }

    [Fact]
    public void Parse_DeepNesting_IsAClearError() =>
        Should.Throw<CiFeaturesException>(() => Parse("{\"schema\":\"cifeatures/snapshot/v1\",\"x\":" + new string('[', 100_000))).Code.ShouldBe("CIF1205");

    [Fact]
    public void Read_ManifestIsAFolder_IsAClearError()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf(Id, "manifest.json"));
        Should.Throw<CiFeaturesException>(() => ManifestReader.Read(folder.PathOf(Id))).Code.ShouldBe("CIF1204");
    }

    private static SnapshotManifest Parse(string json) => ManifestReader.Parse(Encoding.UTF8.GetBytes(json), "the/manifest", Id);
}
