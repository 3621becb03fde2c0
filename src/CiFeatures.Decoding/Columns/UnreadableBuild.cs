namespace CiFeatures.Decoding.Columns;

/// <summary>Why a build has a column with nothing but the row "Overall".</summary>
internal enum UnreadableBuild
{
    /// <summary>Its files could not be had or read: <c>TOOL_FAIL</c>.</summary>
    Damaged,

    /// <summary>It began before the oldest start that is read: <c>UNKNOWN</c>.</summary>
    TooOld,

    /// <summary>It does not say when it began: <c>RUNNING</c>.</summary>
    NoStart,
}
