using System.Net;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Replay;

/// <summary>The errors of the replay server; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class ReplayErrors
{
    public const string CannotListen = "CIF1260";
    public const string SettingInvalid = "CIF1261";
    public const string LogNotWritable = "CIF1262";
    public const string AnswerFailed = "CIF1263";

    public static CiFeaturesException Listening(IPEndPoint endPoint, Exception cause) => new(
        CannotListen,
        ErrorKind.BadInput,
        $"The server cannot listen: {cause.Message.TrimEnd('.')}.",
        endPoint.ToString(),
        "Give another --port, or --port 0 for any free one, and an address of this machine with --listen.",
        cause);

    public static CiFeaturesException BadSetting(string setting, string problem, string remedy) => new(SettingInvalid, ErrorKind.Usage, problem, setting, remedy);

    public static CiFeaturesException NoAnswer(string target, Exception cause) => new(
        AnswerFailed,
        ErrorKind.Unexpected,
        $"A fault of the program kept a request from being answered: {cause.GetType().Name}: {cause.Message.TrimEnd('.')}.",
        target,
        "Report it with the address that was asked for.",
        cause);

    public static CiFeaturesException Log(string path, Exception cause) => new(
        LogNotWritable,
        ErrorKind.BadInput,
        $"The log of the requests cannot be written: {cause.Message.TrimEnd('.')}.",
        path,
        "Check the folder, its rights and the free space; lines that were written before are whole.",
        cause);
}
