using CiFeatures.Core.Errors;

namespace CiFeatures.Simulation;

/// <summary>Codes and makers of the simulator's errors; <c>docs/errors/simulation.md</c> has a section for each.</summary>
public static class SimulationErrors
{
    /// <summary>An option has a value that the simulator cannot work with.</summary>
    public const string BadOption = "CIF1501";

    /// <summary>The options ask for more than the simulator's limits.</summary>
    public const string TooLarge = "CIF1502";

    /// <summary>The output folder cannot be used.</summary>
    public const string OutputNotUsable = "CIF1503";

    /// <summary>Builds are asked for and the output cannot hold them.</summary>
    public const string BuildsNeedStore = "CIF1504";

    internal static CiFeaturesException NoBuilds() =>
        new(BuildsNeedStore, ErrorKind.Usage, "Builds are asked for, and a plain tree of answers has no place for them.", "builds", "Simulate into a snapshot store, or without builds.");

    internal static CiFeaturesException Bad(string option, string why, string remedy) =>
        new(BadOption, ErrorKind.Usage, $"The simulation option {option} cannot be used: {why}.", option, remedy);

    internal static CiFeaturesException Large(string option, string why, string remedy) =>
        new(TooLarge, ErrorKind.Usage, $"The simulation would be too large: {why}.", option, remedy);

    internal static CiFeaturesException Output(string place, string why, string remedy, Exception? cause = null) =>
        new(OutputNotUsable, ErrorKind.BadInput, $"The simulation cannot write its output: {why}.", place, remedy, cause);
}
