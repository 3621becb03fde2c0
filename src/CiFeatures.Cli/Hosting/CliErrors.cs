using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Hosting;

/// <summary>The errors that the command line itself finds.</summary>
internal static class CliErrors
{
    public const string NoSuchJob = "CIF1701";
    public const string NoSuchTest = "CIF1702";
    public const string NoSuchTable = "CIF1703";
    public const string BadOption = "CIF1704";
    public const string OutputExists = "CIF1705";
    public const string NothingMatches = "CIF1706";
    public const string NotWritable = "CIF1707";
    public const string OptionalPackage = "CIF1708";
    public const string NeedsNetwork = "CIF1709";
    public const string GridWithoutJobs = "CIF1710";

    public static CiFeaturesException NoJob(string place, string wanted, IEnumerable<string> known) =>
        new(NoSuchJob, ErrorKind.BadInput, $"There is no \"{wanted}\"", place, Nearest("It has", wanted, known));

    public static CiFeaturesException NoTest(string place, string wanted, IEnumerable<string> known) =>
        new(NoSuchTest, ErrorKind.BadInput, $"There is no test \"{wanted}\"", place, Nearest("Near that are", wanted, known));

    public static CiFeaturesException NoTable(string place, string wanted, IEnumerable<string> known) =>
        new(NoSuchTable, ErrorKind.BadInput, wanted.Length == 0 ? "The data set has several tables" : $"There is no table \"{wanted}\"", place, $"Give --table one of: {string.Join(", ", known)}.");

    public static CiFeaturesException Option(string option, string problem, string remedy) =>
        new(BadOption, ErrorKind.Usage, problem, option, remedy);

    public static CiFeaturesException Exists(string path) =>
        new(OutputExists, ErrorKind.BadInput, "The output is already there", path, "Choose another --out, or give --force to replace it.");

    public static CiFeaturesException NotOurs(string path) =>
        new(OutputExists, ErrorKind.BadInput, "The folder holds something else than a former demo", path, "Choose another --out; nothing in the folder was changed.");

    public static CiFeaturesException Nothing(string place, string what, string remedy) =>
        new(NothingMatches, ErrorKind.BadInput, what, place, remedy);

    public static CiFeaturesException CannotWrite(string path, Exception cause) =>
        new(NotWritable, ErrorKind.BadInput, $"Cannot write: {cause.Message}", path, "Check the folder, its rights and the free space; nothing that was there before was changed.", cause);

    public static CiFeaturesException Offline(string verb) =>
        new(NeedsNetwork, ErrorKind.Usage, $"\"{verb}\" asks a service, and --offline allows no network", "--offline", "Leave out --offline, or work on a snapshot that is there: cifeatures store list STORE.");

    public static CiFeaturesException WithoutPart(string place, string what, string remedy) =>
        new(OptionalPackage, ErrorKind.BadInput, what, place, remedy);

    public static CiFeaturesException NoGridJobs(string store, string what, string remedy) =>
        new(GridWithoutJobs, ErrorKind.BadInput, what, store, remedy);

    private static string Nearest(string lead, string wanted, IEnumerable<string> known)
    {
        string[] near = [.. known.OrderBy(k => TextDistance.Between(wanted, k)).ThenBy(k => k, StringComparer.Ordinal).Take(5)];
        return near.Length == 0 ? "There is none at all." : $"{lead}: {string.Join("; ", near)}.";
    }
}
