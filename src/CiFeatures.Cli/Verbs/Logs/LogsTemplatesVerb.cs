using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>What lines of logs have in common: templates, which line has which, and the values in their places.</summary>
internal static class LogsTemplatesVerb
{
    public static Command Create(VerbRunner runner)
    {
        var options = new TemplateArguments();
        Command command = options.AddTo(new Command("templates", "Find the templates of log lines: what they have in common, with <*> for what differs."));
        runner.Bind(command, context => Run(context, options));
        return command;
    }

    private static int Run(VerbContext context, TemplateArguments options)
    {
        options.Check(context);
        ITemplateReader reader = TemplateSource.Open(context, options);
        List<string> read = [];
        IReadOnlyList<CiFeaturesException> skipped = LogInput.Each(context, LogInput.Files(context, context.Get(options.Files)), (name, stream) =>
        {
            reader.Read(name, stream);
            read.Add(name);
        });
        if (read.Count == 0)
        {
            return ExitCodes.ItemsSkipped;
        }

        TemplateMining mining = reader.Finish();
        IReadOnlyList<string> written = TemplateOutputs.Write(context, options, mining);
        Tell(context, options, mining, reader, written);
        return skipped.Count == 0 ? ExitCodes.Ok : ExitCodes.ItemsSkipped;
    }

    private static void Tell(VerbContext context, TemplateArguments options, TemplateMining mining, ITemplateReader reader, IReadOnlyList<string> written)
    {
        IReadOnlyList<TemplateUse> uses = mining.Uses();
        long lines = mining.TemplateOfLine.Length;
        long without = lines - uses.Sum(u => u.Count);
        if (without > 0)
        {
            context.Say($"{Printable.Count(without)} lines fit no template of the model.");
        }

        if (mining.LinesBeyondLimits > 0)
        {
            context.Say($"{Printable.Count(mining.LinesBeyondLimits)} lines have the template <*> because there was no room for more templates.");
        }

        if (context.Json)
        {
            TemplateSummary.PrintJson(context, mining, uses, reader as OnlineTemplateReader, written);
            return;
        }

        if (context.Get(options.Out) is null)
        {
            TemplateSummary.PrintTable(context, uses);
        }

        context.Environment.Output.WriteLine($"{Printable.Count(lines)} lines, {Printable.Count(uses.Count)} templates");
        foreach (string path in written)
        {
            context.Environment.Output.WriteLine(context.Shown(path));
        }
    }
}
