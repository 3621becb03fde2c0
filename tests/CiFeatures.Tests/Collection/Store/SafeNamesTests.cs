using System.Text;
using CiFeatures.Collection.Store;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Collection.Store;

public class SafeNamesTests
{
    private static readonly char[] Letters =
    [
        'a', 'A', 'b', 'B', '0', '9', '-', '_', '.', ' ', '/', '\\', ':', '%', '~', '*', '?', '"', '<', '>', '|', '\0', '\n', '\x1f', '\x7f',
        'é', 'É', 'ß', 'İ', 'ı', '\u0301', '中', '\ud83d', '\ude00', '\ufffd', '\uffff', 'C', 'O', 'N', 'n', 'u', 'l', '1',
    ];

    private static readonly Arbitrary<string> Names = Gen.Elements(Letters).ArrayOf().Select(letters => new string(letters)).ToArbitrary();

    private static readonly Arbitrary<string[]> NameSets = Gen.Elements(Letters).ArrayOf().Select(letters => new string(letters)).ArrayOf().ToArbitrary();

    [Theory]
    [InlineData("periodic-ci-openshift-release-master-ci-4.8-e2e-aws", "periodic-ci-openshift-release-master-ci-4.8-e2e-aws")]
    [InlineData("GCE, master (dev)", "GCE, master (dev)")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("c:d", "c%3Ad")]
    [InlineData("..", "%2E%2E")]
    [InlineData(".", "%2E")]
    [InlineData("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd")]
    [InlineData(".hidden", "%2Ehidden")]
    [InlineData("end.", "end%2E")]
    [InlineData("end ", "end%20")]
    [InlineData("100%", "100%25")]
    [InlineData("a\0b", "a%00b")]
    [InlineData("line\nend", "line%0Aend")]
    [InlineData("nul", "%6Eul")]
    [InlineData("NUL.json", "%4EUL.json")]
    [InlineData("com1", "%63om1")]
    [InlineData("com10", "com10")]
    [InlineData("dashboards.json.gz", "%64ashboards.json.gz")]
    [InlineData("dashboards", "dashboards")]
    [InlineData("é", "%C3%A9")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("~x", "%7Ex")]
    [InlineData("", "%")]
    public void Encode_Name_IsAsExpected(string name, string expected)
    {
        SafeNames.Encode(name).ShouldBe(expected);
        SafeNames.Decode(expected).ShouldBe(name);
    }

    [Theory]
    [InlineData("%2f")]
    [InlineData("%41")]
    [InlineData("50%")]
    [InlineData("%zz")]
    [InlineData("%FF")]
    [InlineData("a~b")]
    [InlineData("é")]
    [InlineData("a b ")]
    public void Decode_NameThatIsNoEncoding_IsTakenAsItIs(string fileName)
    {
        // "%41" is an A that was encoded without need only where a clash of case asked for it, and then it is its encoding.
        string expected = fileName == "%41" ? "A" : fileName;
        SafeNames.Decode(fileName).ShouldBe(expected);
    }

    [Fact]
    public void Encode_LongName_IsCutAndTellsNamesApart()
    {
        string first = new string('x', 5000) + "1";
        string second = new string('x', 5000) + "2";
        SafeNames.Encode(first).Length.ShouldBeLessThanOrEqualTo(SafeNames.MaxLength);
        SafeNames.Encode(first).ShouldNotBe(SafeNames.Encode(second));
        SafeNames.Encode(first).ShouldBe(SafeNames.Encode(first));
        SafeNames.Matches(SafeNames.Encode(first), first).ShouldBeTrue();
        SafeNames.Decode(SafeNames.Encode(first)).ShouldBe(SafeNames.Encode(first));
        SafeNames.Encode(SafeNames.Encode(first)).ShouldNotBe(SafeNames.Encode(first));
    }

    [Fact]
    public void Encode_LongNameOfEscapes_IsNotCutInsideAnEscape()
    {
        for (int lead = 0; lead < 3; lead++)
        {
            string encoded = SafeNames.Encode(new string('a', lead) + new string('/', 300));
            string visible = encoded[..encoded.IndexOf('~', StringComparison.Ordinal)];
            visible[lead..].Chunk(3).ShouldAllBe(escape => new string(escape) == "%2F");
        }
    }

    [Fact]
    public void EncodeAll_NamesThatDifferInCase_DoNotClash()
    {
        IReadOnlyDictionary<string, string> names = SafeNames.EncodeAll(["Job", "job", "JOB", "Other"]);
        names["job"].ShouldBe("job");
        names["Job"].ShouldBe("%4Aob");
        names["JOB"].ShouldBe("%4A%4F%42");
        names["Other"].ShouldBe("Other");
        SafeNames.Decode("%4Aob").ShouldBe("Job");
    }

    [Fact]
    public void Encode_AnyName_IsSafeAndReversible() =>
        Prop.ForAll(Names, name =>
        {
            string encoded = SafeNames.Encode(name);
            return IsSafe(encoded) && (encoded.Contains('~', StringComparison.Ordinal) || SafeNames.Decode(encoded) == name);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void EncodeAll_AnyNames_AreDifferentWhereCaseIsIgnored() =>
        Prop.ForAll(NameSets, names =>
        {
            IReadOnlyDictionary<string, string> encoded = SafeNames.EncodeAll(names);
            IReadOnlyDictionary<string, string> reversed = SafeNames.EncodeAll(names.Reverse());
            return encoded.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Distinct(StringComparer.Ordinal).Count()
                && encoded.All(pair => IsSafe(pair.Value) && SafeNames.Matches(pair.Value, pair.Key) && reversed[pair.Key] == pair.Value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Encode_AnyName_StaysInItsFolder()
    {
        using TemporaryFolder folder = new();
        Prop.ForAll(Names, name =>
        {
            string file = Path.GetFullPath(Path.Combine(folder.Root, SafeNames.Encode(name) + ".json.gz"));
            File.WriteAllText(file, "");
            return Path.GetDirectoryName(file) == folder.Root && File.Exists(file);
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsSafe(string fileName) =>
        fileName.Length is > 0 and <= SafeNames.MaxLength
        && Encoding.UTF8.GetByteCount(fileName) == fileName.Length
        && fileName.All(c => c is >= ' ' and < '\x7f')
        && fileName.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0
        && fileName[0] is not ('.' or ' ')
        && fileName[^1] is not ('.' or ' ')
        && fileName.Split('.')[0].ToUpperInvariant() is not ("CON" or "NUL" or "COM1");
}
