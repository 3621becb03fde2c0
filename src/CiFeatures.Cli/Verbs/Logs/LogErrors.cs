using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>The errors of opening and reading logs, codes CIF1720 to CIF1724.</summary>
internal static class LogErrors
{
    public const string Unreadable = "CIF1720";
    public const string DamagedGzip = "CIF1721";
    public const string NoLogs = "CIF1722";
    public const string TooManyBytes = "CIF1723";

    public static CiFeaturesException CannotRead(string place, Exception cause) =>
        new(Unreadable, ErrorKind.BadInput, $"The log cannot be read: {cause.Message}", place, "Check the path and the rights; - reads the standard input.", cause);

    public static CiFeaturesException Damaged(string place, long bytes, Exception cause) =>
        new(DamagedGzip, ErrorKind.BadInput, $"The compressed log is cut or damaged after {bytes} decompressed bytes", place, "Fetch the file again; what came before the damage is not used.", cause);

    public static CiFeaturesException TooLarge(string place, long limit) =>
        new(TooManyBytes, ErrorKind.BadInput, $"The log has more than {limit} bytes, and this command needs all of it at once", place, "Give a part of it, such as its end.");

    public static CiFeaturesException Nothing(string place) =>
        new(NoLogs, ErrorKind.BadInput, "The folder holds no file", place, "Name a folder that holds logs, or the logs themselves.");
}
