namespace CiFeatures.Features.Logs.Templates;

/// <summary>From patterns to templates: each form to the pattern that a frozen model would find for it, counted, named and bounded.</summary>
internal sealed class TemplateSelection
{
    private TemplateSelection(IReadOnlyList<LogTemplate> templates, int[] templateOfForm, int rest, long linesOfRest)
    {
        Templates = templates;
        TemplateOfForm = templateOfForm;
        Rest = rest;
        LinesOfRest = linesOfRest;
    }

    /// <summary>The template that takes what is beyond the limits.</summary>
    public static TokenPattern RestPattern => TokenPattern.FromTexts([null], ["", ""]);

    public IReadOnlyList<LogTemplate> Templates { get; }

    public int[] TemplateOfForm { get; }

    /// <summary>Place of the template <c>&lt;*&gt;</c> that lines beyond the limits have, or -1.</summary>
    public int Rest { get; }

    public long LinesOfRest { get; }

    public static TemplateSelection Of(LineForm[] forms, TokenPattern[] patterns, int maxTemplates, IReadOnlyList<int> formOfLine)
    {
        int[] found = Match(forms, patterns, out List<TokenPattern> distinct);
        Tally[] tallies = [.. distinct.Select(p => new Tally(p))];
        for (int f = 0; f < forms.Length; f++)
        {
            tallies[found[f]].Add(forms[f]);
        }

        Tally[] kept = [.. tallies.Where(t => t.Count > 0).OrderByDescending(t => t.Count).ThenBy(t => t.Text, StringComparer.Ordinal).Take(maxTemplates)];
        var rest = new Tally(RestPattern);
        foreach (Tally tally in tallies.Except(kept))
        {
            rest.Add(tally);
        }

        long lost = formOfLine.LongCount(f => f < 0);
        if (lost > 0)
        {
            rest.AddLost(lost, formOfLine.TakeWhile(f => f >= 0).LongCount() + 1);
        }

        long linesOfRest = rest.Count;
        return linesOfRest == 0 ? Make(kept, tallies, found, null) : Make(Joined(kept, rest), tallies, found, rest);
    }

    /// <summary>A log may have the template <c>&lt;*&gt;</c> by itself.</summary>
    private static Tally[] Joined(Tally[] kept, Tally rest)
    {
        rest.Beyond = rest.Count;
        Tally? same = Array.Find(kept, t => t.Text == rest.Text);
        if (same is not null)
        {
            rest.Add(same);
            same.Into = rest;
        }

        return [.. kept.Where(t => t != same).Append(rest).OrderByDescending(t => t.Count).ThenBy(t => t.Text, StringComparer.Ordinal)];
    }

    private static TemplateSelection Make(Tally[] kept, Tally[] tallies, int[] found, Tally? rest)
    {
        var places = new Dictionary<Tally, int>();
        for (int i = 0; i < kept.Length; i++)
        {
            places[kept[i]] = i;
        }

        int restPlace = rest is null ? -1 : places[rest];
        int[] ofForm = [.. found.Select(f => places.TryGetValue(tallies[f].Into ?? tallies[f], out int place) ? place : restPlace)];
        return new([.. kept.Select(t => new LogTemplate(t.Pattern, LogTemplate.IdOf(t.Text), t.Count, t.FirstLine, t.Example))], ofForm, restPlace, rest?.Beyond ?? 0);
    }

    private static int[] Match(LineForm[] forms, TokenPattern[] patterns, out List<TokenPattern> distinct)
    {
        var index = new PatternIndex();
        var seen = new HashSet<ulong>();
        distinct = [];
        foreach (TokenPattern pattern in patterns)
        {
            if (seen.Add(pattern.Key))
            {
                index.Add(pattern, distinct.Count);
                distinct.Add(pattern);
            }
        }

        return [.. forms.Select(f => index.Find(f.Pattern))];
    }

    private sealed class Tally(TokenPattern pattern)
    {
        public TokenPattern Pattern { get; } = pattern;

        public string Text { get; } = pattern.Text;

        public long Count { get; private set; }

        public long Beyond { get; set; }

        public long FirstLine { get; private set; } = long.MaxValue;

        public string Example { get; private set; } = "";

        public Tally? Into { get; set; }

        public void Add(LineForm form) => Take(form.Count, form.FirstLine, form.Example);

        public void Add(Tally other) => Take(other.Count, other.FirstLine, other.Example);

        public void AddLost(long count, long firstLine) => Take(count, firstLine, "");

        private void Take(long count, long firstLine, string example)
        {
            Count += count;
            if (firstLine < FirstLine)
            {
                (FirstLine, Example) = (firstLine, example);
            }
        }
    }
}
