using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>Makes grids of all shapes from a seed.</summary>
internal sealed class GridMaker(int seed)
{
    private static readonly string[] Texts = ["", "a", "Overall", " two  blanks ", "é😀\uFFFD", "\"\\/\b\f\n\r\t", "<&>'+", "\u0000\u001f\u2028", "..", "\uE00017"];

    private readonly Random _random = new(seed);

    public JobGrid Make()
    {
        int columns = _random.Next(6);
        int rows = _random.Next(5);
        byte[] statuses = new byte[rows * columns];
        for (int i = 0; i < statuses.Length; i++)
        {
            statuses[i] = (byte)(_random.Next(3) == 0 ? _random.Next(16) : 1);
        }

        int headers = _random.Next(3);
        string[] headerNames = [.. Many(headers)];
        long[] times = [.. Enumerable.Range(0, columns).Select(_ => Time()).OrderDescending()];
        RunAxis runs = new(
            [.. Enumerable.Range(0, columns).Select(i => $"build{i}")], [.. times.Select(time => _random.Next(4) == 0 ? 0 : time)],
            headerNames, [.. Enumerable.Range(0, headers).Select(_ => Many(columns).ToArray())]);
        TestRow[] tests = [.. Enumerable.Range(0, rows).Select(i => Row(i, statuses.AsSpan(i * columns, columns).ToArray()))];
        return new(new("d", "j"), Info(["Date", "Time", "Build", .. headerNames], columns), tests, runs, statuses);
    }

    private GridInfo Info(string[] names, int columns) => new()
    {
        TestGroupName = Maybe("j"),
        Query = Maybe("bucket/logs/j"),
        ServedText = Maybe(Text()),
        Cached = _random.Next(3) switch { 0 => default, 1 => Published<bool>.Null, _ => Published<bool>.Of(true) },
        Summary = Maybe(Text()),
        Alerts = Maybe(Text()),
        Description = Maybe(Text()),
        ColumnHeaderNames = names,
        Groups = Maybe<IReadOnlyList<string>>([.. Many(3)]),
        Metrics = Maybe<IReadOnlyList<string>>([]),
        ColumnIds = Maybe<IReadOnlyList<string>>([.. Many(columns)]),
        StaleTestThreshold = Maybe(10),
        StaleTestCount = Maybe(3),
        OverallStatus = Maybe(int.MaxValue),
        LatestGreen = Maybe(Text()),
        BugComponent = Maybe(0),
        CodeSearchPath = Maybe(Text()),
        ResultsText = Maybe(Text()),
        LinkTemplates = new SortedDictionary<string, LinkTemplate>(StringComparer.Ordinal) { ["open-test-template"] = new(Text(), Text(), [new("b", Text()), new("a", Text())]) },
        OtherFields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["clusters"] = """[{"a": [1, null]}]""", ["z"] = "1e5" },
    };

    private TestRow Row(int index, byte[] statuses)
    {
        int filled = statuses.Count(s => s != 0);
        return new()
        {
            Name = $"{Text()}{index}",
            OriginalName = Maybe(Text()),
            Target = Maybe(Text()),
            Id = Text(),
            Alert = _random.Next(2) == 0 ? null : Alert(),
            LinkedBugs = [.. Many(_random.Next(3))],
            Messages = [.. Many(filled)],
            ShortTexts = [.. Many(filled)],
            UserProperties = Maybe<IReadOnlyList<string>>([.. Many(filled)]),
            DurationMinutes = _random.Next(2) == 0 ? null : [.. statuses.Select(_ => _random.Next(3) == 0 ? float.NaN : (float)(_random.NextDouble() * 300))],
            OtherFields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["test_ids"] = "[]" },
        };
    }

    private RowAlert Alert() => new()
    {
        FailCount = _random.Next(3) == 0 ? null : _random.Next(),
        PassCount = _random.Next(3) == 0 ? null : _random.Next(),
        FailBuild = Maybe(Text()),
        PassBuild = Maybe(Text()),
        FailTimeMs = _random.Next(2) == 0 ? null : Time(),
        PassTimeMs = _random.Next(2) == 0 ? null : Time(),
        Text = Maybe(Text()),
        Message = Maybe(Text()),
        LinkText = Maybe(Text()),
        Link = Maybe(Text()),
        UrlText = Maybe(Text()),
        TestId = Maybe(Text()),
        TestName = Maybe(Text()),
        CodeSearchPath = Maybe(Text()),
        HotlistIds = Maybe<IReadOnlyList<string>>([.. Many(2)]),
        Properties = Maybe<IReadOnlyDictionary<string, string>>(new SortedDictionary<string, string>(StringComparer.Ordinal) { ["a"] = Text() }),
    };

    private Published<T> Maybe<T>(T value) => _random.Next(3) switch { 0 => default, 1 => Published<T>.Null, _ => Published<T>.Of(value) };

    private IEnumerable<string> Many(int count) => Enumerable.Range(0, count).Select(_ => Text());

    private string Text() => Texts[_random.Next(Texts.Length)];

    private long Time() => 1_500_000_000_000 + _random.Next();
}
