using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Templates;
using CiFeatures.Features.Logs.Terms;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>The arguments and options of the verbs that look at the terms of logs, and the reading of the logs.</summary>
internal sealed class TermInput
{
    private readonly Option<string> _by = new("--by") { Description = "What the terms are: words of the text, or templates of the lines.", DefaultValueFactory = _ => "words" };
    private readonly Option<double> _minDf = new("--min-df") { Description = "The least share of logs that have a term; above 1 the least number of logs.", DefaultValueFactory = _ => new TermOptions().MinDf, HelpName = "SHARE|LOGS" };
    private readonly Option<int> _maxTerms = new("--max-terms") { Description = "The most different terms that are remembered.", DefaultValueFactory = _ => new TermOptions().MaxTerms, HelpName = "N" };

    public TermInput() => _by.AcceptOnlyFromAmong("words", "templates");

    public Argument<string[]> Files { get; } = LogArguments.Files();

    /// <summary>Adds the arguments and options to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(_by);
        command.Options.Add(_minDf);
        command.Options.Add(_maxTerms);
        return command;
    }

    /// <summary>Reads the logs.</summary>
    /// <param name="context">What was given.</param>
    /// <param name="texts">Text of each template by its id; empty for words.</param>
    /// <param name="skipped">Why which logs were left out.</param>
    public TermMatrix Read(VerbContext context, out IReadOnlyDictionary<string, string> texts, out IReadOnlyList<CiFeaturesException> skipped)
    {
        var terms = new TermMatrixBuilder(new TermOptions { MinDf = context.Get(_minDf), MaxTerms = context.Get(_maxTerms) });

        // What comes out does not depend on the order in which the logs are named.
        IReadOnlyList<string> files = [.. LogInput.Files(context, context.Get(Files)).Order(StringComparer.Ordinal)];
        if (context.Get(_by) == "templates")
        {
            skipped = ReadTemplates(context, files, terms, out texts);
        }
        else
        {
            texts = new Dictionary<string, string>(StringComparer.Ordinal);
            skipped = LogInput.Each(context, files, terms.AddWords);
        }

        if (skipped.Count > 0 && skipped.Count == files.Count)
        {
            throw skipped[0];
        }

        if (terms.LeftOut > 0)
        {
            context.Say($"{Printable.Count(terms.LeftOut)} occurrences of terms were left out, as there were {Printable.Count(context.Get(_maxTerms))} terms already; --max-terms allows more.");
        }

        return terms.Build();
    }

    private static IReadOnlyList<CiFeaturesException> ReadTemplates(VerbContext context, IReadOnlyList<string> files, TermMatrixBuilder terms, out IReadOnlyDictionary<string, string> texts)
    {
        var miner = new TemplateMiner();
        IReadOnlyList<CiFeaturesException> skipped = LogInput.Each(context, files, (name, log) => miner.Read(name, log));
        TemplateMining mining = miner.Finish();
        foreach ((string log, _, _) in mining.Logs)
        {
            terms.AddLog(log);
        }

        foreach (TemplateCount count in mining.Counts())
        {
            terms.Add(count.Log, count.TemplateId, count.Count);
        }

        texts = mining.Templates.GroupBy(t => t.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);
        return skipped;
    }
}
