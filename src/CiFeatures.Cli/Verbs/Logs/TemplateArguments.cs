using System.CommandLine;
using CiFeatures.Cli.Hosting;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>The arguments of <c>logs templates</c>, and which of them go together.</summary>
internal sealed class TemplateArguments
{
    public Argument<string[]> Files { get; } = new("files") { Description = "Logs, plain or compressed with gzip; folders stand for all files below them, - for the standard input.", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    public Option<string> Out { get; } = new("--out", "-o") { Description = "A CSV file to write: LineId, EventId and EventTemplate of each line. LineId goes on from one log to the next.", HelpName = "T.csv" };

    public Option<string> Templates { get; } = new("--templates") { Description = "A CSV file to write: each template with id, count, share, first line and example.", HelpName = "FILE.csv" };

    public Option<string> Counts { get; } = new("--counts") { Description = "A CSV file to write: how often each log has each template.", HelpName = "FILE.csv" };

    public Option<string> Parameters { get; } = new("--parameters") { Description = "A CSV file to write: the values in the places of <*>, line by line. Reads the logs a second time.", HelpName = "P.csv" };

    public Option<string> Model { get; } = new("--model") { Description = "Where the templates are stored: written, or read with --freeze, or both with --online.", HelpName = "M.json" };

    public Option<bool> Freeze { get; } = new("--freeze") { Description = "Only find the templates of the model; learn nothing. Lines that fit none have no id." };

    public Option<bool> Online { get; } = new("--online") { Description = "Learn line by line, going on from the model where it is there. Ids stay when templates become more general." };

    public Option<string[]> Mask { get; } = new("--mask") { Description = "An expression whose matches are values, and a name for them; may be repeated.", HelpName = "NAME=REGEX" };

    public Option<string> Masks { get; } = new("--masks") { Description = "A file with one NAME=REGEX in a line; # begins a comment line.", HelpName = "FILE" };

    public Option<bool> NoMasks { get; } = new("--no-masks") { Description = "Leave out the built-in masks: only words with a digit are values by their form." };

    public Option<int?> MaxTemplates { get; } = new("--max-templates") { Description = "The most templates; the rarest beyond them become <*>. Default: 100000.", HelpName = "N" };

    public Option<bool> Force { get; } = new("--force") { Description = "Replace files that are already there." };

    public Command AddTo(Command command)
    {
        command.Add(Files);
        foreach (Option option in new Option[] { Out, Templates, Counts, Parameters, Model, Freeze, Online, Mask, Masks, NoMasks, MaxTemplates, Force })
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>Finds what cannot be done before any log is read.</summary>
    public void Check(VerbContext context)
    {
        bool freeze = context.Get(Freeze);
        bool online = context.Get(Online);
        if (freeze && online)
        {
            throw TemplateVerbErrors.Together("--freeze", "--online", "a frozen model learns nothing");
        }

        if (freeze && context.Get(Model) is null)
        {
            throw TemplateVerbErrors.NeedsModel("--freeze");
        }

        if (context.Get(Parameters) is not null && context.Get(Files).Contains(LogInput.StandardInput))
        {
            throw TemplateVerbErrors.Together("--parameters", LogInput.StandardInput, "the values are taken from a second reading, and the standard input can be read once");
        }

        bool replaces = context.Get(Force);
        foreach (Option<string> output in Outputs(context))
        {
            string path = context.PathOf(output);
            if (Directory.Exists(path) || (!replaces && File.Exists(path)))
            {
                throw CliErrors.Exists(path);
            }
        }

        string[] all = [.. new[] { Out, Templates, Counts, Parameters, Model }.Where(o => context.Get(o) is not null).Select(context.PathOf)];
        if (all.Distinct(StringComparer.Ordinal).Count() < all.Length)
        {
            throw TemplateVerbErrors.SameFile(all.GroupBy(p => p, StringComparer.Ordinal).First(g => g.Count() > 1).Key);
        }
    }

    /// <summary>The files that are written anew; a model that is read first is not among them.</summary>
    private IEnumerable<Option<string>> Outputs(VerbContext context)
    {
        Option<string>[] outputs = context.Get(Freeze) || context.Get(Online) ? [Out, Templates, Counts, Parameters] : [Out, Templates, Counts, Parameters, Model];
        return outputs.Where(o => context.Get(o) is not null);
    }
}
