using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Turns the alerts of summaries from messages into the domain's and back.</summary>
internal static class FailingTestConversion
{
    /// <summary>The alert of a message.</summary>
    /// <param name="test">The message.</param>
    /// <param name="issues">Gets what is repaired.</param>
    public static SummaryAlert FromMessage(FailingTestMessage test, IssueLog issues)
    {
        SummaryAlert alert = new()
        {
            DisplayName = test.DisplayName,
            TestName = test.TestName,
            FailCount = test.FailCount < 0 ? null : test.FailCount,
            FailTimeMs = TabSummaryConversion.Time(test.FailTimestamp, "fail_timestamp", test.DisplayName, issues),
            PassTimeMs = TabSummaryConversion.Time(test.PassTimestamp, "pass_timestamp", test.DisplayName, issues),
            BuildLink = StateTexts.Optional(test.BuildLink),
            BuildLinkText = StateTexts.Optional(test.BuildLinkText),
            BuildUrlText = StateTexts.Optional(test.BuildUrlText),
            FailureMessage = StateTexts.Optional(test.FailureMessage),
            LinkedBugs = test.LinkedBugs,
            FailTestLink = StateTexts.Optional(test.FailTestLink),
        };
        SortedDictionary<string, string> others = new(StringComparer.Ordinal);
        StateFields.Keep(others, StateFields.FailingTest, Rest(test));
        return others.Count == 0 ? alert : alert with { OtherFields = others };
    }

    /// <summary>The message of an alert.</summary>
    /// <param name="alert">The alert.</param>
    public static FailingTestMessage ToMessage(SummaryAlert alert)
    {
        FailingTestMessage test = StateFields.Read(FailingTestMessage.Shape, StateFields.Find(alert.OtherFields, StateFields.FailingTest));
        test.DisplayName = alert.DisplayName;
        test.TestName = alert.TestName;
        test.FailCount = alert.FailCount ?? 0;
        test.FailTimestamp = TabSummaryConversion.Seconds(alert.FailTimeMs);
        test.PassTimestamp = TabSummaryConversion.Seconds(alert.PassTimeMs);
        test.BuildLink = alert.BuildLink.ValueOr("");
        test.BuildLinkText = alert.BuildLinkText.ValueOr("");
        test.BuildUrlText = alert.BuildUrlText.ValueOr("");
        test.FailureMessage = alert.FailureMessage.ValueOr("");
        test.LinkedBugs.AddRange(alert.LinkedBugs);
        test.FailTestLink = alert.FailTestLink.ValueOr("");
        return test;
    }

    private static byte[] Rest(FailingTestMessage test)
    {
        FailingTestMessage rest = new()
        {
            FailBuildId = test.FailBuildId,
            PassBuildId = test.PassBuildId,
            LatestFailBuildId = test.LatestFailBuildId,
            LatestFailTestLink = test.LatestFailTestLink,
            Unknown = test.Unknown,
        };
        rest.HotlistIds.AddRange(test.HotlistIds);
        rest.EmailAddresses.AddRange(test.EmailAddresses);
        Copy(test.Properties, rest.Properties);
        Copy(test.CustomColumnHeaders, rest.CustomColumnHeaders);
        return StateFields.Bytes(FailingTestMessage.Shape, rest);
    }

    private static void Copy(SortedDictionary<string, string> from, SortedDictionary<string, string> to)
    {
        foreach ((string name, string value) in from)
        {
            to[name] = value;
        }
    }
}
