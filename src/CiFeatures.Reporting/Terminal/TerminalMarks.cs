using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Terminal;

/// <summary>One character for each class of status; all differ, so colour is not needed.</summary>
internal static class TerminalMarks
{
    public static char Mark(StatusClass status, bool unicode) => status switch
    {
        StatusClass.Pass => unicode ? '\u2591' : '.',
        StatusClass.Fail => unicode ? '\u2588' : 'X',
        StatusClass.Flaky => unicode ? '\u2584' : '~',
        StatusClass.Running => unicode ? '\u25CB' : 'o',
        StatusClass.Empty => ' ',
        _ => '?',
    };

    public static TerminalColor Color(StatusClass status) => status switch
    {
        StatusClass.Pass => TerminalColor.Pass,
        StatusClass.Fail => TerminalColor.Fail,
        StatusClass.Flaky => TerminalColor.Flaky,
        StatusClass.Running => TerminalColor.Running,
        StatusClass.Empty => TerminalColor.Empty,
        _ => TerminalColor.Unknown,
    };
}
