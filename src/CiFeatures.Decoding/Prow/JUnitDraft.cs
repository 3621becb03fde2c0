using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Prow;

/// <summary>A test case while it is read. Of an element that occurs twice in a case, the last one holds, as in TestGrid.</summary>
internal sealed class JUnitDraft
{
    private string? _error;
    private string? _failure;
    private string? _skipped;
    private string _systemError = "";
    private string _systemOut = "";
    private bool _bareSkip;

    public required string Suite { get; init; }

    public required string Name { get; init; }

    public required string ClassName { get; init; }

    public double? Seconds { get; init; }

    public List<KeyValuePair<string, string>> Properties { get; } = [];

    /// <summary>Whether an element of a case is one of those that are read.</summary>
    /// <param name="element">Its name.</param>
    public static bool Knows(string element) => element is "error" or "failure" or "skipped" or "system-err" or "system-out";

    /// <summary>Puts in an element that ended.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="message">Its attribute <c>message</c>.</param>
    /// <param name="text">Its text.</param>
    public void Put(string element, string message, string text)
    {
        string joined = message.Length > 0 && text.Length > 0 ? message + "\n" + text : message + text;
        switch (element)
        {
            case "error":
                _error = joined;
                break;
            case "failure":
                _failure = joined;
                break;
            case "skipped":
                _skipped = joined;
                _bareSkip = text.Length == 0 && message is "" or "skipped";
                break;
            case "system-err":
                _systemError = text;
                break;
            default:
                _systemOut = text;
                break;
        }
    }

    /// <summary>The case as it is when its element has ended.</summary>
    public JUnitCase Build() => new()
    {
        Suite = Suite,
        Name = Name,
        ClassName = ClassName,
        Status = (_error, _failure, _skipped) switch
        {
            (not null, _, _) => JUnitStatus.Error,
            (_, not null, _) => JUnitStatus.Failed,
            (_, _, not null) => JUnitStatus.Skipped,
            _ => JUnitStatus.Passed,
        },
        Seconds = Seconds,
        Message = JUnitMessage.FirstOf(_error, _failure, _skipped, _systemError, _systemOut),
        HasBareSkip = _bareSkip,
        Properties = Properties,
    };
}
