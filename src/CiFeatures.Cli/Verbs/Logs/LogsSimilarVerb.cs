using System.CommandLine;
using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Terms;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Prints which logs are alike.</summary>
internal static class LogsSimilarVerb
{
    public static Command Create(VerbRunner runner)
    {
        var input = new TermInput();
        var nearest = new Option<int>("--nearest") { Description = "How many others are given for each log.", DefaultValueFactory = _ => 3, HelpName = "N" };
        Command command = input.AddTo(new Command("similar", "Print the logs that are most alike, by the cosine of their terms' weights.") { nearest });
        runner.Bind(command, context =>
        {
            int count = context.Get(nearest);
            if (count < 1)
            {
                throw CliErrors.Option("--nearest", $"{count} is no number of logs", "Give a number from 1.");
            }

            TermMatrix matrix = input.Read(context, out _, out IReadOnlyList<CiFeaturesException> skipped);
            IReadOnlyList<SimilarLog> pairs = LogSimilarity.Nearest(matrix, count);
            if (context.Json)
            {
                JsonOutput.Print(context, "logs-similar", json =>
                {
                    json.Array("pairs", pairs, p => json.Object(() =>
                    {
                        json.WriteString("log", p.Log);
                        json.WriteString("other", p.Other);
                        json.WriteNumber("cosine", p.Cosine);
                    }));
                    LogStatsOutput.WriteSkipped(json, skipped);
                });
            }
            else
            {
                var table = new TextTable("log", "other", ">cosine");
                foreach (SimilarLog pair in pairs)
                {
                    table.Row(pair.Log, pair.Other, pair.Cosine.ToString("0.0000", CultureInfo.InvariantCulture));
                }

                table.Print(context);
            }

            return skipped.Count == 0 ? ExitCodes.Ok : ExitCodes.ItemsSkipped;
        });
        return command;
    }
}
