namespace CiFeatures.Decoding.Columns;

/// <summary>How a rule compares. Counts can only be equal or not; any other operator never fits a count.</summary>
public enum StatusOperator
{
    /// <summary>The two are equal.</summary>
    Equal,

    /// <summary>The two differ.</summary>
    NotEqual,

    /// <summary>A text has the value in it.</summary>
    Contains,

    /// <summary>A pattern (RE2's syntax) is found in the text.</summary>
    Matches,

    /// <summary>The value begins with the text: TestGrid takes the two the wrong way round, and its rules are read as it reads them.</summary>
    StartsWith,
}
