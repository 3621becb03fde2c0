using System.CommandLine.Parsing;
using System.Globalization;

namespace CiFeatures.Cli.Hosting;

/// <summary>Reads a time from the command line; one without a zone is UTC, never the machine's own.</summary>
internal static class UtcTime
{
    public static DateTimeOffset? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time))
        {
            return time;
        }

        result.AddError($"\"{text}\" is not a time; write it like 2021-07-28T13:10:00Z.");
        return null;
    }
}
