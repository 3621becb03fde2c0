using System.Text.RegularExpressions;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>What every error message has to have.</summary>
internal static partial class Errors
{
    /// <summary>Fails unless stderr has an error of the given code with a place and a remedy, and nothing of the program's inside.</summary>
    /// <param name="run">The finished call.</param>
    /// <param name="code">The code, such as CIF1407.</param>
    /// <param name="place">What the place has to name.</param>
    public static void ShouldTell(this ProgramRun run, string code, string place)
    {
        Match match = Message().Match(run.Error);
        match.Success.ShouldBeTrue(run.ToString());
        match.Groups["code"].Value.ShouldBe(code, run.ToString());
        match.Groups["where"].Value.ShouldContain(place, customMessage: run.ToString());
        match.Groups["do"].Value.Length.ShouldBeGreaterThan(10, run.ToString());
        run.Error.ShouldNotContain("   at ");
    }

    [GeneratedRegex(@"^error (?<code>CIF\d{4}): .+\n  where: (?<where>.+)\n  do:    (?<do>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Message();
}
