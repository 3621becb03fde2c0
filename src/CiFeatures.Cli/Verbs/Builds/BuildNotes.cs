using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Cli.Verbs.Builds;

/// <summary>Tells on stderr what of some builds could not be read.</summary>
internal static class BuildNotes
{
    /// <summary>Prints it and gives the exit code that says so.</summary>
    public static int Tell(VerbContext context, ExtractionResult result)
    {
        foreach (SkippedJob skipped in result.Skipped)
        {
            context.Environment.Error.WriteLine(Printable.Line($"skipped {skipped.Key}: {skipped.Code} {skipped.Reason} ({skipped.Place})"));
        }

        Notes.Print(context, result.Issues, result.IssueCount);
        return result.Skipped.Count > 0 ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
    }
}
