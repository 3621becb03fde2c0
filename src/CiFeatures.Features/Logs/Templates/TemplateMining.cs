namespace CiFeatures.Features.Logs.Templates;

/// <summary>The templates of some logs, and which line has which.</summary>
public sealed class TemplateMining
{
    private readonly int[] _templateOfLine;
    private readonly (string Name, int Start)[] _logs;

    internal TemplateMining(TemplateModel model, int[] templateOfLine, (string Name, int Start)[] logs, long linesBeyondLimits)
    {
        Model = model;
        _templateOfLine = templateOfLine;
        _logs = logs.Length > 0 && logs[0].Start == 0 ? logs : [("", 0), .. logs];
        LinesBeyondLimits = linesBeyondLimits;
    }

    /// <summary>Gets the templates, to find them in other logs and to store them.</summary>
    public TemplateModel Model { get; }

    /// <summary>Gets the templates: the most frequent first, then by text.</summary>
    public IReadOnlyList<LogTemplate> Templates => Model.Templates;

    /// <summary>Gets, for each line over all logs in order, the place of its template in <see cref="Templates"/>; -1 where a frozen model
    /// has none for it.</summary>
    public ReadOnlyMemory<int> TemplateOfLine => _templateOfLine;

    /// <summary>Gets how many lines have the template <c>&lt;*&gt;</c> only because a limit was reached.</summary>
    public long LinesBeyondLimits { get; }

    /// <summary>Gets the logs in order: name, first line from 0, and number of lines.</summary>
    public IReadOnlyList<(string Log, int Start, int Lines)> Logs =>
        [.. _logs.Select((l, i) => (l.Name, l.Start, (i + 1 < _logs.Length ? _logs[i + 1].Start : _templateOfLine.Length) - l.Start)).Where(l => l.Name.Length > 0 || l.Item3 > 0)];

    /// <summary>Finds a line's template.</summary>
    /// <param name="line">Number of the line over all logs, from 0.</param>
    /// <returns>The template, or null where a frozen model has none for it.</returns>
    public LogTemplate? TemplateOf(int line) => _templateOfLine[line] is >= 0 and var number ? Templates[number] : null;

    /// <summary>Counts the templates of these lines: those that they have, the most frequent first, then by text.</summary>
    public IReadOnlyList<TemplateUse> Uses()
    {
        var counts = new long[Templates.Count];
        var first = new long[Templates.Count];
        for (int line = 0; line < _templateOfLine.Length; line++)
        {
            if (_templateOfLine[line] is >= 0 and var number && counts[number]++ == 0)
            {
                first[number] = line + 1;
            }
        }

        return
        [
            .. Templates.Select((t, i) => new TemplateUse(t, counts[i], (double)counts[i] / _templateOfLine.Length, first[i])).Where(u => u.Count > 0)
                .OrderByDescending(u => u.Count).ThenBy(u => u.Template.Text, StringComparer.Ordinal),
        ];
    }

    /// <summary>Counts templates per log: features of builds. Logs in order, and the templates of each in the order of <see cref="Templates"/>;
    /// what a log does not have is not listed.</summary>
    public IReadOnlyList<TemplateCount> Counts()
    {
        List<TemplateCount> all = [];
        var counts = new long[Templates.Count];
        foreach ((string log, int start, int lines) in Logs)
        {
            Array.Clear(counts);
            foreach (int number in _templateOfLine.AsSpan(start, lines))
            {
                if (number >= 0)
                {
                    counts[number]++;
                }
            }

            all.AddRange(counts.Select((c, i) => (c, i)).Where(x => x.c > 0).Select(x => new TemplateCount(log, Templates[x.i].Id, x.c)));
        }

        return all;
    }
}
