namespace CiFeatures.Reporting.Terminal;

/// <summary>What a piece of a line is, for whoever gives it a colour. The text says the same without any colour.</summary>
public enum TerminalColor
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>Less important text.</summary>
    Muted,

    /// <summary>A title.</summary>
    Title,

    /// <summary>An alert.</summary>
    Alert,

    /// <summary>Cells that passed.</summary>
    Pass,

    /// <summary>Cells that failed.</summary>
    Fail,

    /// <summary>Flaky cells.</summary>
    Flaky,

    /// <summary>Running cells.</summary>
    Running,

    /// <summary>Unknown cells.</summary>
    Unknown,

    /// <summary>Cells without a result.</summary>
    Empty,
}
