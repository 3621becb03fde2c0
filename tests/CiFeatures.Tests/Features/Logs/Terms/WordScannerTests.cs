using System.Text;
using System.Text.RegularExpressions;
using CiFeatures.Features.Logs.Terms;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Logs.Terms;

public partial class WordScannerTests
{
    private static readonly string[] Pieces =
        ["a", "ab", "Foo", "_", "-", ".", "/", "x1", "9", " ", "\n", "é", "ß", "İ", "\u212a", "²", "日", "\u0307", "foo/bar.go", "e2e-gcp", "--", "..", "error:", "=", "😀"];

    [Fact]
    public void Add_RandomTextInRandomPieces_FindsWhatTheExpressionFinds()
    {
        Random random = Fuzzing.Seeded(5);
        for (int i = Fuzzing.Inputs(20_000); i > 0; i--)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            string.Join(" ", Words(Encoding.UTF8.GetBytes(text), random)).ShouldBe(string.Join(" ", Expected(text)), text);
        }
    }

    [Fact]
    public void Add_RunLongerThanAnyWord_IsLeftOut() =>
        Words(Encoding.UTF8.GetBytes($"before {new string('x', WordScanner.MaxLength + 1)} after"), Fuzzing.Seeded(1)).ShouldBe(["before", "after"]);

    private static List<string> Words(byte[] text, Random random)
    {
        List<string> words = [];
        var scanner = new WordScanner(w => words.Add(w.ToString()));
        for (int at = 0; at < text.Length;)
        {
            int length = Math.Min(1 + random.Next(9), text.Length - at);
            scanner.Add(text.AsSpan(at, length));
            at += length;
        }

        scanner.Finish();
        return words;
    }

    // Python's lower case of İ is an i and a dot above; the class of word characters is Python's, which has no marks.
    private static string[] Expected(string text)
    {
        string lower = text.Replace("İ", "i\u0307", StringComparison.Ordinal).Replace('\u212a', 'k').ToLowerInvariant();
        return [.. Word().Matches(lower).Select(m => m.Value)];
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])[a-z][a-z0-9_/.\-]+(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
