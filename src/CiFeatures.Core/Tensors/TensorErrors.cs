using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Core.Tensors;

/// <summary>Errors of tensors, codes CIF1310 to CIF1319; <c>docs/errors/features.md</c> explains them.</summary>
internal static class TensorErrors
{
    public const string TooLarge = "CIF1310";
    public const string NoGrid = "CIF1311";
    public const string RepeatedSnapshot = "CIF1312";
    public const string OtherJob = "CIF1313";
    public const string UnknownName = "CIF1314";

    [DoesNotReturn]
    public static void ThrowTooLarge(string job, int snapshots, int tests, int runs, int limit) => throw new CiFeaturesException(
        TooLarge,
        ErrorKind.BadInput,
        string.Create(CultureInfo.InvariantCulture, $"A tensor of {snapshots} snapshots, {tests} tests and {runs} runs has {(Int128)snapshots * tests * runs} cells, more than the limit of {limit}."),
        job,
        "Take fewer snapshots, or raise the limit if the memory is there (one byte for each cell, four more with durations).");

    [DoesNotReturn]
    public static void ThrowNoGrid() => throw new CiFeaturesException(
        NoGrid, ErrorKind.BadInput, "No grid was added, so there is no tensor to build.", "", "Add the grid of at least one snapshot.");

    [DoesNotReturn]
    public static void ThrowRepeatedSnapshot(string snapshot, string job) => throw new CiFeaturesException(
        RepeatedSnapshot, ErrorKind.BadInput, $"The snapshot {snapshot} was added twice.", job, "Add each snapshot once.");

    [DoesNotReturn]
    public static void ThrowOtherJob(string expected, string found) => throw new CiFeaturesException(
        OtherJob, ErrorKind.BadInput, $"A tensor holds one job; it was begun with {expected}, and {found} was added.", found, "Build one tensor for each job.");

    [DoesNotReturn]
    public static void ThrowUnknownName(string axis, string name) => throw new CiFeaturesException(
        UnknownName, ErrorKind.BadInput, $"There is no {axis} of the name \"{name}\" in the tensor.", name, $"Take a name that the tensor's list of {axis}s holds.");
}
