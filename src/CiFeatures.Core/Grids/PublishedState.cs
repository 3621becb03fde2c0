namespace CiFeatures.Core.Grids;

/// <summary>How a field stood in an answer.</summary>
public enum PublishedState : byte
{
    /// <summary>The answer did not have the field.</summary>
    Absent,

    /// <summary>The field was <c>null</c>.</summary>
    Null,

    /// <summary>The field had a value, which may be empty.</summary>
    Value,
}
