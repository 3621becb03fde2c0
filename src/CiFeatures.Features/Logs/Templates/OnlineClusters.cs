using System.Runtime.InteropServices;
using System.Text;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>The templates of an online miner: what they are now, and which took in which.</summary>
internal sealed class OnlineClusters(int maxTemplates)
{
    private readonly List<Cluster> _clusters = [];
    private readonly PatternIndex _index = new();

    // For each place of each pattern, those that are equal but for that place.
    private readonly Dictionary<ulong, List<int>> _neighbours = [];
    private int _rest = -1;
    private int _alive;

    public int Resolve(int number)
    {
        while (_clusters[number].Into >= 0)
        {
            number = _clusters[number].Into;
        }

        return number;
    }

    public void CountUp(int number) => _clusters[number].Count++;

    public LogTemplate Template(int number)
    {
        Cluster c = _clusters[number];
        return new LogTemplate(c.Pattern, c.Id, c.Count, c.FirstLine, c.Example);
    }

    public IReadOnlyList<LogTemplate> Templates() =>
        [.. Enumerable.Range(0, _clusters.Count).Where(i => _clusters[i].Into < 0).Select(Template).OrderByDescending(t => t.Count).ThenBy(t => t.Text, StringComparer.Ordinal)];

    /// <summary>Takes over a template that was learned before.</summary>
    public void Restore(LogTemplate template)
    {
        TokenKind[] kinds = [.. template.Pattern.WordTexts.Select(w => w is null ? TokenKind.Variable : WordShape.Classify(Encoding.UTF8.GetBytes(w)))];
        Open(new Cluster(template.Pattern, kinds, template.Id, template.FirstLine, template.Example) { Count = template.Count });
    }

    /// <summary>Finds the template of a form that was not seen before, or makes one.</summary>
    public int Place(TokenPattern pattern, TokenKind[] kinds, ReadOnlySpan<byte> line, long lineNumber, out TemplateChange change)
    {
        int found = _index.Find(pattern);
        if (found >= 0)
        {
            change = TemplateChange.None;
            return Resolve(found);
        }

        if (_alive >= maxTemplates)
        {
            change = _rest < 0 ? TemplateChange.Created : TemplateChange.None;
            return _rest >= 0 ? _rest = Resolve(_rest) : _rest = Rest(line, lineNumber);
        }

        string text = pattern.Text;
        int number = Open(new Cluster(pattern, kinds, LogTemplate.IdOf(text), lineNumber, LogTemplate.Shortened(line)));
        change = TemplateChange.Created;
        while (Generalise(number) is >= 0 and var general)
        {
            change = TemplateChange.Changed;
            number = general;
        }

        return number;
    }

    private int Rest(ReadOnlySpan<byte> line, long lineNumber)
    {
        TokenPattern pattern = TemplateSelection.RestPattern;
        int found = _index.Find(pattern);
        return found >= 0 ? Resolve(found) : Open(new Cluster(pattern, [TokenKind.Variable], LogTemplate.IdOf(pattern.Text), lineNumber, LogTemplate.Shortened(line)));
    }

    private int Open(Cluster cluster)
    {
        int number = _clusters.Count;
        _clusters.Add(cluster);
        _alive++;
        Register(number);
        return number;
    }

    private void Register(int number)
    {
        TokenPattern pattern = _clusters[number].Pattern;
        _index.Add(pattern, number);
        for (int place = 0; place < pattern.Words.Length; place++)
        {
            ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_neighbours, Without(pattern, place), out _);
            (list ??= []).Add(number);
        }
    }

    /// <summary>Opens the first place of a pattern where enough others differ from it.</summary>
    /// <returns>The oldest of those that became one, or -1 where nothing changed.</returns>
    private int Generalise(int number)
    {
        Cluster cluster = _clusters[number];
        TokenPattern pattern = cluster.Pattern;
        for (int place = 0; place < pattern.Words.Length; place++)
        {
            if (pattern.Words[place] == TokenPattern.Value)
            {
                continue;
            }

            int[] alive = [.. _neighbours[Without(pattern, place)].Select(Resolve).Distinct().Where(n => Without(_clusters[n].Pattern, place) == Without(pattern, place)).Order()];
            if (alive.Length > 1 && alive.Length >= GroupingRules.Needed(pattern, cluster.Kinds[place], place))
            {
                return Unite(alive, place);
            }
        }

        return -1;
    }

    private int Unite(int[] numbers, int place)
    {
        int first = numbers[0];
        Cluster oldest = _clusters[first];
        foreach (int n in numbers[1..])
        {
            _clusters[n].Into = first;
            oldest.Count += _clusters[n].Count;
            _alive--;
        }

        ulong[] words = (ulong[])oldest.Pattern.Words.Clone();
        words[place] = TokenPattern.Value;
        oldest.Pattern = oldest.Pattern.With(words);
        Register(first);
        return first;
    }

    private static ulong Without(TokenPattern pattern, int place) =>
        TokenPattern.KeyWithout(pattern.Key, pattern.Gaps[place], place, pattern.Words[place]);

    private sealed class Cluster(TokenPattern pattern, TokenKind[] kinds, string id, long firstLine, string example)
    {
        public TokenPattern Pattern { get; set; } = pattern;

        public TokenKind[] Kinds { get; } = kinds;

        public string Id { get; } = id;

        public long FirstLine { get; } = firstLine;

        public string Example { get; } = example;

        public long Count { get; set; }

        public int Into { get; set; } = -1;
    }
}
