using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Turns the configurations of test groups from messages into records and back.</summary>
internal static class TestGroupConversion
{
    /// <summary>The record of a message. The whole message is kept beside it.</summary>
    /// <param name="message">The message.</param>
    public static StateTestGroup FromMessage(TestGroupMessage message) => new()
    {
        Name = message.Name,
        GcsPrefix = Prefix(message),
        DaysOfResults = message.DaysOfResults,
        ColumnsRecent = message.NumColumnsRecent,
        FailuresToAlert = message.NumFailuresToAlert,
        PassesToDisableAlert = message.NumPassesToDisableAlert,
        ColumnHeaders = [.. message.ColumnHeader.Select(ColumnAssembler.Name)],
        UseKubernetesClient = message.UseKubernetesClient,
        UserProperty = message.UserProperty,
        IgnoreOldResults = message.IgnoreOldResults,
        IgnoreSkip = message.IgnoreSkip,
        Rest = StateFields.Bytes(TestGroupMessage.Shape, message),
    };

    /// <summary>The message of a record.</summary>
    /// <param name="group">The record.</param>
    public static TestGroupMessage ToMessage(StateTestGroup group)
    {
        TestGroupMessage message = StateFields.Read(TestGroupMessage.Shape, group.Rest);
        message.Name = group.Name;
        SetPrefix(message, group.GcsPrefix);
        message.DaysOfResults = group.DaysOfResults;
        message.NumColumnsRecent = group.ColumnsRecent;
        message.NumFailuresToAlert = group.FailuresToAlert;
        message.NumPassesToDisableAlert = group.PassesToDisableAlert;
        message.UseKubernetesClient = group.UseKubernetesClient;
        message.UserProperty = group.UserProperty;
        message.IgnoreOldResults = group.IgnoreOldResults;
        message.IgnoreSkip = group.IgnoreSkip;
        SetHeaders(message, group.ColumnHeaders);
        return message;
    }

    /// <summary>Where a group's builds are: its own prefix or, where that is not set, the one of its result source.</summary>
    /// <param name="message">The group.</param>
    public static string Prefix(TestGroupMessage message) =>
        message.GcsPrefix.Length > 0 ? message.GcsPrefix : message.ResultSource?.GcsConfig?.GcsPrefix ?? "";

    /// <summary>Sets where a group's builds are, unless it says so already.</summary>
    /// <param name="message">The group.</param>
    /// <param name="prefix">The prefix.</param>
    public static void SetPrefix(TestGroupMessage message, string prefix)
    {
        if (Prefix(message) != prefix)
        {
            message.GcsPrefix = prefix;
        }
    }

    /// <summary>Sets the names of the custom headers, keeping what else the group says about a header of that name.</summary>
    /// <param name="message">The group.</param>
    /// <param name="names">The names.</param>
    public static void SetHeaders(TestGroupMessage message, IReadOnlyList<string> names)
    {
        for (int h = 0; h < names.Count; h++)
        {
            if (h >= message.ColumnHeader.Count)
            {
                message.ColumnHeader.Add(new() { Label = names[h] });
            }
            else if (ColumnAssembler.Name(message.ColumnHeader[h]) != names[h])
            {
                message.ColumnHeader[h].Label = names[h];
            }
        }

        if (message.ColumnHeader.Count > names.Count)
        {
            message.ColumnHeader.RemoveRange(names.Count, message.ColumnHeader.Count - names.Count);
        }
    }
}
