using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Turns alerts of rows from messages into the domain's and back.</summary>
/// <remarks>An alert message has no short text, no name of the test, no count of passes and no code search path; those of a table answer are lost in it.</remarks>
internal static class AlertConversion
{
    private const int NanosPerMs = 1_000_000;

    /// <summary>The alert of a message.</summary>
    /// <param name="message">The message.</param>
    public static RowAlert FromMessage(AlertInfoMessage message)
    {
        RowAlert alert = new()
        {
            FailCount = message.FailCount < 0 ? null : message.FailCount,
            FailBuild = StateTexts.Optional(message.FailBuildId),
            FailTimeMs = Time(message.FailTime),
            PassBuild = StateTexts.Optional(message.PassBuildId),
            PassTimeMs = Time(message.PassTime),
            Message = StateTexts.Optional(message.FailureMessage),
            Link = StateTexts.Optional(message.BuildLink),
            LinkText = StateTexts.Optional(message.BuildLinkText),
            UrlText = StateTexts.Optional(message.BuildUrlText),
            TestId = StateTexts.Optional(message.FailTestId),
            HotlistIds = message.HotlistIds.Count == 0 ? default : Published<IReadOnlyList<string>>.Of(message.HotlistIds),
            Properties = message.Properties.Count == 0 ? default : Published<IReadOnlyDictionary<string, string>>.Of(message.Properties),
        };
        byte[] rest = Rest(message);
        if (rest.Length == 0)
        {
            return alert;
        }

        SortedDictionary<string, string> others = new(StringComparer.Ordinal);
        StateFields.Keep(others, StateFields.Alert, rest);
        return alert with { OtherFields = others };
    }

    /// <summary>The message of an alert.</summary>
    /// <param name="alert">The alert.</param>
    public static AlertInfoMessage ToMessage(RowAlert alert)
    {
        AlertInfoMessage message = StateFields.Read(AlertInfoMessage.Shape, StateFields.Find(alert.OtherFields, StateFields.Alert));
        message.FailCount = alert.FailCount ?? 0;
        message.FailBuildId = alert.FailBuild.ValueOr("");
        message.FailTime = Time(alert.FailTimeMs);
        message.PassBuildId = alert.PassBuild.ValueOr("");
        message.PassTime = Time(alert.PassTimeMs);
        message.FailureMessage = alert.Message.ValueOr("");
        message.BuildLink = alert.Link.ValueOr("");
        message.BuildLinkText = alert.LinkText.ValueOr("");
        message.BuildUrlText = alert.UrlText.ValueOr("");
        message.FailTestId = alert.TestId.ValueOr("");
        message.HotlistIds.AddRange(alert.HotlistIds.ValueOr([]));
        foreach ((string name, string value) in alert.Properties.ValueOrDefault() ?? new SortedDictionary<string, string>(StringComparer.Ordinal))
        {
            message.Properties[name] = value;
        }

        return message;
    }

    /// <summary>A moment as milliseconds since 1970 UTC; null for none, for 0 and for what is no date.</summary>
    /// <param name="time">The moment; its nanoseconds are rounded to the nearest millisecond, for they are cut from a floating-point number.</param>
    public static long? Time(TimestampMessage? time)
    {
        // Beyond the year 9999 there is no date, and before 1970 no result.
        if (time is null || time.Seconds is < 0 or > 253_402_300_798 || time.Nanos is < 0 or >= 1_000_000_000)
        {
            return null;
        }

        long ms = (time.Seconds * 1000) + ((time.Nanos + (NanosPerMs / 2)) / NanosPerMs);
        return ms == 0 ? null : ms;
    }

    private static TimestampMessage? Time(long? ms) =>
        ms is { } value and > 0 ? new() { Seconds = Math.DivRem(value, 1000, out long rest), Nanos = (int)rest * NanosPerMs } : null;

    private static byte[] Rest(AlertInfoMessage message)
    {
        AlertInfoMessage rest = new()
        {
            LatestFailBuildId = message.LatestFailBuildId,
            LatestFailTestId = message.LatestFailTestId,
            Unknown = message.Unknown,
        };
        rest.EmailAddresses.AddRange(message.EmailAddresses);
        foreach ((string name, string value) in message.CustomColumnHeaders)
        {
            rest.CustomColumnHeaders[name] = value;
        }

        return StateFields.Bytes(AlertInfoMessage.Shape, rest);
    }
}
