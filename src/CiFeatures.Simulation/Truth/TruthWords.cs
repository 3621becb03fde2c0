namespace CiFeatures.Simulation.Truth;

/// <summary>The words that the truth files use.</summary>
internal static class TruthWords
{
    public static string Of(TestClass value) => value switch
    {
        TestClass.AlwaysFailing => "always_failing",
        _ => value.ToString().ToLowerInvariant(),
    };

    public static string? Of(IncidentKind value) => value switch
    {
        IncidentKind.None => null,
        IncidentKind.NoResults => "no_results",
        IncidentKind.InstallFailure => "install_failure",
        IncidentKind.MassFailure => "mass_failure",
        _ => value.ToString().ToLowerInvariant(),
    };
}
