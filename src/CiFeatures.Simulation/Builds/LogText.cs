using System.Globalization;
using System.Text;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Builds;

/// <summary>Puts a build log together line by line, and keeps which lines explain the failure.</summary>
/// <param name="began">When the build began; it decides the form of the lines.</param>
internal sealed class LogText(DateTimeOffset began)
{
    /// <summary>From here on lines have a level in colour and a time in brackets; before, a date with slashes.</summary>
    public static readonly DateTimeOffset FormChanged = new(2021, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StringBuilder _text = new();
    private readonly List<LogLineTruth> _explanations = [];
    private readonly bool _isOld = began < FormChanged;

    public int Lines { get; private set; }

    public IReadOnlyList<LogLineTruth> Explanations => _explanations;

    public byte[] Bytes => Encoding.UTF8.GetBytes(_text.ToString());

    /// <summary>A message without what the service adds of repeated runs.</summary>
    public static string WithoutCount(string message)
    {
        int cut = message.IndexOf(" runs passed", StringComparison.Ordinal);
        return cut is < 0 or > 12 ? message : message[(cut + " runs passed".Length)..].TrimStart(':', ' ');
    }

    public void Info(DateTimeOffset time, string text, string? explains = null) => Add(time, "INFO", "36", text, explains);

    public void Error(DateTimeOffset time, string text, string? explains) => Add(time, "ERRO", "31", text, explains);

    public void Warn(DateTimeOffset time, string text) => Add(time, "WARN", "33", text, null);

    /// <summary>Lines without a time of their own, as the output of what runs inside has.</summary>
    public void Plain(string text, string? explains = null)
    {
        foreach (string line in text.Split('\n'))
        {
            Line(line, line.Trim().Length == 0 ? null : explains);
        }
    }

    private void Add(DateTimeOffset time, string level, string colour, string text, string? explains) => Line(
        _isOld
            ? time.UtcDateTime.ToString("yyyy/MM/dd HH:mm:ss ", CultureInfo.InvariantCulture) + text
            : $"\u001b[{colour}m{level}\u001b[0m[{BuildDocuments.Time(time)}] {text}",
        explains);

    private void Line(string line, string? explains)
    {
        _text.Append(line).Append('\n');
        Lines++;
        if (explains is not null)
        {
            _explanations.Add(new LogLineTruth(Lines, explains));
        }
    }
}
