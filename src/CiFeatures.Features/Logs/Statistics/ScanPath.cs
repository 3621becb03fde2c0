namespace CiFeatures.Features.Logs.Statistics;

/// <summary>How wide the registers are that logs are scanned with. All give the same figures.</summary>
internal enum ScanPath
{
    /// <summary>The widest that the processor has.</summary>
    Widest,

    /// <summary>Byte by byte.</summary>
    Scalar,

    /// <summary>16 bytes at a time.</summary>
    Vector128,

    /// <summary>32 bytes at a time.</summary>
    Vector256,

    /// <summary>64 bytes at a time.</summary>
    Vector512,
}
