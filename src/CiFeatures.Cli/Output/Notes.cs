using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Output;

/// <summary>Tells on stderr what was repaired or noted in answers: the first few, or with -v all that were kept.</summary>
internal static class Notes
{
    private const int Few = 5;

    public static void Print(VerbContext context, IReadOnlyList<DecodeIssue> kept, long all)
    {
        int shown = Math.Min(kept.Count, context.Verbosity > 0 ? int.MaxValue : Few);
        foreach (DecodeIssue issue in kept.Take(shown))
        {
            context.Say(Printable.Line(issue.ToString()));
        }

        if (all > shown)
        {
            context.Say($"… and {Printable.Count(all - shown)} more notes{(context.Verbosity > 0 ? "" : "; -v shows them")}.");
        }
    }
}
