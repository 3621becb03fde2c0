namespace CiFeatures.Formats.Csv;

/// <summary>How a CSV file is written.</summary>
public sealed record CsvOptions
{
    /// <summary>Whether lines end in CR LF, as RFC 4180 has it, or in LF.</summary>
    /// <value>Default: false (LF).</value>
    public bool CarriageReturns { get; init; }

    /// <summary>
    /// Whether texts that a spreadsheet would run as a formula (beginning with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, tab or carriage return)
    /// get an apostrophe in front. This changes the values, so it is for files that people open, not for files that are read back.
    /// </summary>
    /// <value>Default: false.</value>
    public bool NeutralizeFormulas { get; init; }
}
