namespace CiFeatures.Features.Logs.Terms;

/// <summary>Collects how often each term is in each log. A term is a word of the text, or anything that was counted elsewhere, such as a
/// template of lines. Memory grows with the different terms of the logs and not with their text.</summary>
public sealed class TermMatrixBuilder
{
    private const int BufferBytes = 1 << 16;

    private readonly TermOptions _options;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<string> _logs = [];
    private readonly List<Dictionary<int, long>> _counts = [];
    private readonly Dictionary<string, int> _logIds = new(StringComparer.Ordinal);

    /// <summary>Makes a builder.</summary>
    /// <param name="options">Which terms are kept; null for the defaults.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">An option is out of range (CIF1340).</exception>
    public TermMatrixBuilder(TermOptions? options = null)
    {
        _options = options ?? new TermOptions();
        if (!(_options.MinDf >= 0))
        {
            TermErrors.ThrowOption(nameof(TermOptions.MinDf), $"{_options.MinDf}", "a share from 0 to 1, or a number of logs");
        }

        if (_options.MaxTerms < 1)
        {
            TermErrors.ThrowOption(nameof(TermOptions.MaxTerms), $"{_options.MaxTerms}", "at least 1");
        }
    }

    /// <summary>Occurrences of terms that were left out because there were <see cref="TermOptions.MaxTerms"/> others already.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Adds a log by its words: the matches of <c>\b[a-z][a-z0-9_/\.-]+\b</c> in the lower-cased text.</summary>
    /// <param name="log">The log's name; logs of the same name are one.</param>
    /// <param name="text">The decompressed bytes of the log, as UTF-8 with invalid sequences replaced. When reading fails nothing is added.</param>
    public void AddWords(string log, Stream text)
    {
        var words = new Dictionary<string, long>(StringComparer.Ordinal);
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        long left = 0;
        var scanner = new WordScanner(word =>
        {
            if (lookup.TryGetValue(word, out long count))
            {
                lookup[word] = count + 1;
            }
            else if (words.Count < _options.MaxTerms)
            {
                lookup[word] = 1;
            }
            else
            {
                left++;
            }
        });
        byte[] buffer = new byte[BufferBytes];
        for (int read; (read = text.Read(buffer)) > 0;)
        {
            scanner.Add(buffer.AsSpan(0, read));
        }

        scanner.Finish();
        LeftOut += left;
        AddLog(log);
        foreach ((string word, long count) in words)
        {
            Add(log, word, count);
        }
    }

    /// <summary>Adds a log, which may have no terms.</summary>
    /// <param name="log">The log's name.</param>
    public void AddLog(string log)
    {
        if (_logIds.TryAdd(log, _logs.Count))
        {
            _logs.Add(log);
            _counts.Add([]);
        }
    }

    /// <summary>Adds a count.</summary>
    /// <param name="log">The log's name.</param>
    /// <param name="term">The term.</param>
    /// <param name="count">How often the log has it.</param>
    public void Add(string log, string term, long count)
    {
        AddLog(log);
        if (!_ids.TryGetValue(term, out int id))
        {
            if (_terms.Count == _options.MaxTerms)
            {
                LeftOut += count;
                return;
            }

            id = _terms.Count;
            _ids.Add(term, id);
            _terms.Add(term);
        }

        Dictionary<int, long> counts = _counts[_logIds[log]];
        counts[id] = counts.GetValueOrDefault(id) + count;
    }

    /// <summary>Weighs the terms.</summary>
    /// <returns>Logs in the order they were added, terms in ordinal order.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">No term is in enough logs (CIF1341).</exception>
    public TermMatrix Build()
    {
        int[] logsWith = new int[_terms.Count];
        foreach (int id in _counts.SelectMany(c => c.Keys))
        {
            logsWith[id]++;
        }

        double least = _options.MinDf <= 1 ? _options.MinDf * _logs.Count : _options.MinDf;
        int[] kept = [.. Enumerable.Range(0, _terms.Count).Where(i => logsWith[i] >= least).OrderBy(i => _terms[i], StringComparer.Ordinal)];
        if (kept.Length == 0)
        {
            TermErrors.ThrowNoTerms(_logs.Count, _options.MinDf);
        }

        int[] columnOf = new int[_terms.Count];
        Array.Fill(columnOf, -1);
        for (int i = 0; i < kept.Length; i++)
        {
            columnOf[kept[i]] = i;
        }

        double[] idf = [.. kept.Select(i => Math.Log((1.0 + _logs.Count) / (1.0 + logsWith[i])) + 1)];
        return new TermMatrix([.. _logs], [.. kept.Select(i => _terms[i])], idf, [.. _counts.Select(c => TermRow.Of(c, columnOf, idf))]);
    }
}
