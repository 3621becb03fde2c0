namespace CiFeatures.Core.Errors;

/// <summary>What a reader did about something that does not fit.</summary>
public enum DecodeRepair
{
    /// <summary>Nothing was changed; it is only reported.</summary>
    Noted,

    /// <summary>The cells that are missing at the old end of a row were filled with <c>NO_RESULT</c>.</summary>
    Padded,

    /// <summary>What lies beyond the last column was cut off.</summary>
    Cut,

    /// <summary>A status code outside 0 to 15 was read as <c>UNKNOWN</c>.</summary>
    ReadAsUnknown,

    /// <summary>The value was ignored as if it were absent.</summary>
    Ignored,

    /// <summary>The whole row was left out; the other rows stay.</summary>
    RowDropped,

    /// <summary>The bytes of a text that are not UTF-8 were replaced by U+FFFD.</summary>
    Replaced,
}
