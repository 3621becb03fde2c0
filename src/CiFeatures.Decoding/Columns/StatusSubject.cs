namespace CiFeatures.Decoding.Columns;

/// <summary>What of a case a rule looks at.</summary>
public enum StatusSubject
{
    /// <summary>The values of a property of the case.</summary>
    Property,

    /// <summary>The name with its suites (TestGrid's <c>name</c>).</summary>
    Name,

    /// <summary>1 when the case has an error, else 0 (<c>error_count</c>).</summary>
    Errors,

    /// <summary>1 when the case has a failure, else 0 (<c>failure_count</c>).</summary>
    Failures,

    /// <summary>The text of the error or failure (<c>exception_type</c>); only cases that have one fit.</summary>
    Exception,
}
