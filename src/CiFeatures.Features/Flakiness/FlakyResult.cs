namespace CiFeatures.Features.Flakiness;

/// <summary>A result that counts for flakiness.</summary>
public enum FlakyResult : byte
{
    /// <summary>The test passed.</summary>
    Pass,

    /// <summary>The test failed, not for a reason of the infrastructure.</summary>
    Fail,

    /// <summary>The test passed and failed within one run.</summary>
    Flaky,
}
