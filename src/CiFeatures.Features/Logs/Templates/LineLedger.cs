namespace CiFeatures.Features.Logs.Templates;

/// <summary>A number for each line over all logs in order, and where each log begins.</summary>
internal sealed class LineLedger
{
    private readonly List<int> _numbers = [];
    private readonly List<(string Name, int Start)> _logs = [];

    public int Lines => _numbers.Count;

    public IReadOnlyList<int> Numbers => _numbers;

    public (string Name, int Start)[] Logs => [.. _logs];

    public void BeginLog(string name) => _logs.Add((name, Lines));

    /// <summary>Notes the number of the next line.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1349: there is no room for another line.</exception>
    public void Add(int number)
    {
        if (_numbers.Count == Array.MaxLength)
        {
            TemplateErrors.ThrowTooManyLines(Array.MaxLength);
        }

        _numbers.Add(number);
    }

    /// <summary>Reads a log to its end, or forgets its lines.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="log">The log.</param>
    /// <param name="maxLineBytes">How much of a line to hand on.</param>
    /// <param name="add">Takes a line.</param>
    /// <param name="forget">Hears of the number of each line that is forgotten.</param>
    public long Read(string name, Stream log, int maxLineBytes, LogLineAction add, Action<int>? forget = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        int start = Lines;
        BeginLog(name);
        try
        {
            return LogLines.Read(log, maxLineBytes, add);
        }
        catch
        {
            for (int line = start; line < Lines; line++)
            {
                forget?.Invoke(_numbers[line]);
            }

            _numbers.RemoveRange(start, Lines - start);
            _logs.RemoveAt(_logs.Count - 1);
            throw;
        }
    }
}
