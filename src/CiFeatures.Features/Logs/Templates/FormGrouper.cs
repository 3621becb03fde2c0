namespace CiFeatures.Features.Logs.Templates;

/// <summary>Opens the places of forms that are values by their statistics. Depends on which forms there are, not on their order.</summary>
internal sealed class FormGrouper
{
    // Every round opens a place, so this is never reached; it bounds what a fault would cost.
    private const int MostRounds = 64;

    private readonly IReadOnlyList<LineForm> _forms;
    private readonly ulong[][] _words;
    private readonly int[] _draftOf;

    private FormGrouper(IReadOnlyList<LineForm> forms)
    {
        _forms = forms;
        _words = [.. forms.Select(f => f.Pattern.Words)];
        _draftOf = new int[forms.Count];
    }

    /// <summary>Finds the pattern of each form.</summary>
    /// <returns>A pattern for each form; forms that belong together have equal patterns.</returns>
    public static TokenPattern[] Group(IReadOnlyList<LineForm> forms)
    {
        var grouper = new FormGrouper(forms);
        grouper.OpenWeakWords();
        for (int round = 0; round < MostRounds && grouper.OpenPlaces(); round++)
        {
        }

        return grouper.Patterns();
    }

    private TokenPattern[] Patterns()
    {
        List<int> drafts = Unite();
        TokenPattern[] patterns = [.. drafts.Select(f => _forms[f].Pattern.With(_words[f]))];
        return [.. _draftOf.Select(d => patterns[d])];
    }

    /// <summary>Takes forms with the same words as one.</summary>
    /// <returns>One form of each.</returns>
    private List<int> Unite()
    {
        var seen = new KeyMap();
        List<int> drafts = [];
        for (int f = 0; f < _forms.Count; f++)
        {
            ulong key = Key(f);
            int draft = seen.Find(key);
            if (draft < 0)
            {
                draft = drafts.Count;
                seen.Add(key, draft);
                drafts.Add(f);
            }

            _draftOf[f] = draft;
        }

        return drafts;
    }

    private ulong Key(int form) => TokenPattern.KeyOf(_forms[form].Pattern.Shape, _words[form], _forms[form].Pattern.Gaps);

    /// <summary>Opens words with digits and dotted names where forms differ in nothing but them, in several places at a time.</summary>
    private void OpenWeakWords()
    {
        foreach (List<int> group in WeakGroups())
        {
            for (int place = 0; place < _words[group[0]].Length; place++)
            {
                int distinct = group.Select(f => _forms[f].Pattern.Words[place]).Distinct().Take(GroupingRules.Dotted).Count();
                bool dotted = group.TrueForAll(f => _forms[f].Kinds[place] == TokenKind.Dotted);
                if (distinct >= (dotted ? GroupingRules.Dotted : GroupingRules.Mixed))
                {
                    Open(group, place);
                }
            }
        }
    }

    private IEnumerable<List<int>> WeakGroups()
    {
        var groups = new Dictionary<ulong, List<int>>();
        for (int f = 0; f < _forms.Count; f++)
        {
            LineForm form = _forms[f];
            ulong[] plain = [.. form.Pattern.Words.Select((w, i) => form.Kinds[i] == TokenKind.Word ? w : TokenPattern.Value)];
            if (Array.TrueForAll(plain, w => w == TokenPattern.Value))
            {
                continue;
            }

            ulong key = TokenPattern.KeyOf(form.Pattern.Shape, plain, form.Pattern.Gaps);
            if (!groups.TryGetValue(key, out List<int>? group))
            {
                groups[key] = group = [];
            }

            group.Add(f);
        }

        return groups.Values.Where(g => g.Count > 1);
    }

    private void Open(List<int> group, int place)
    {
        foreach (int f in group)
        {
            ulong[] words = (ulong[])_words[f].Clone();
            words[place] = TokenPattern.Value;
            _words[f] = words;
        }
    }

    /// <summary>Opens each place where enough different words stand while all the rest is equal.</summary>
    /// <returns>Whether any was opened.</returns>
    private bool OpenPlaces()
    {
        List<int> drafts = Unite();
        Dictionary<ulong, int> counts = CountPlaces(drafts);
        bool any = false;
        foreach (int f in drafts)
        {
            ulong[] words = _words[f];
            ulong key = Key(f);
            TokenPattern pattern = _forms[f].Pattern.With(words);
            ulong[]? opened = null;
            for (int place = 0; place < words.Length; place++)
            {
                if (words[place] != TokenPattern.Value && counts[Without(f, key, place)] is > 1 and var count
                    && count >= GroupingRules.Needed(pattern, _forms[f].Kinds[place], place))
                {
                    opened ??= (ulong[])words.Clone();
                    opened[place] = TokenPattern.Value;
                }
            }

            any |= opened is not null;
            _words[f] = opened ?? words;
        }

        for (int f = 0; f < _forms.Count; f++)
        {
            _words[f] = _words[drafts[_draftOf[f]]];
        }

        return any;
    }

    private Dictionary<ulong, int> CountPlaces(List<int> drafts)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (int f in drafts)
        {
            ulong key = Key(f);
            for (int place = 0; place < _words[f].Length; place++)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, Without(f, key, place), out _)++;
            }
        }

        return counts;
    }

    private ulong Without(int form, ulong key, int place) =>
        TokenPattern.KeyWithout(key, _forms[form].Pattern.Gaps[place], place, _words[form][place]);
}
