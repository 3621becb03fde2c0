using System.CommandLine;
using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Terms;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Groups logs by their terms.</summary>
internal static class LogsClustersVerb
{
    public static Command Create(VerbRunner runner)
    {
        var input = new TermInput();
        var groups = new Option<string>("--k") { Description = "How many groups, or auto for the number whose silhouette is highest.", DefaultValueFactory = _ => "auto", HelpName = "K|auto" };
        var seed = new Option<int>("--seed") { Description = "Where chance begins; the same seed gives the same groups.", DefaultValueFactory = _ => 0, HelpName = "S" };
        var marks = new Option<int>("--marks") { Description = "How many terms are given for each group.", DefaultValueFactory = _ => 9, HelpName = "N" };
        Command command = input.AddTo(new Command("clusters", "Group logs by their words or templates, and say what sets each group apart.") { groups, seed, marks });
        runner.Bind(command, context =>
        {
            int? k = Number(context.Get(groups)!);
            TermMatrix matrix = input.Read(context, out IReadOnlyDictionary<string, string> texts, out IReadOnlyList<CiFeaturesException> skipped);
            LogClustering found = LogClusters.Find(matrix, k, context.Get(seed), context.Get(marks));
            if (context.Json)
            {
                PrintJson(context, matrix, found, texts, skipped);
            }
            else
            {
                Print(context, matrix, found, texts);
            }

            return skipped.Count == 0 ? ExitCodes.Ok : ExitCodes.ItemsSkipped;
        });
        return command;
    }

    private static int? Number(string text) => text == "auto" ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int k) && k > 0 ? k
        : throw CliErrors.Option("--k", $"\"{text}\" is no number of groups", "Give a number from 1, or auto.");

    private static void Print(VerbContext context, TermMatrix matrix, LogClustering found, IReadOnlyDictionary<string, string> texts)
    {
        TextWriter output = context.Environment.Output;
        string silhouette = found.Silhouette?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{matrix.Logs.Count} logs × {matrix.Terms.Count} terms in {found.Clusters.Count} groups; silhouette {silhouette}, inertia {found.Inertia:0.000}"));
        for (int i = 0; i < found.Clusters.Count; i++)
        {
            LogCluster cluster = found.Clusters[i];
            output.WriteLine();
            output.WriteLine($"group {i + 1}: {cluster.Members.Count} logs, most typical first: {Printable.Line(string.Join(", ", cluster.Members.Take(5).Select(m => matrix.Logs[m])))}{(cluster.Members.Count > 5 ? ", …" : "")}");
            foreach (TermMark mark in cluster.Marks)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  +{mark.Above:0.000}  {Printable.Line(texts.GetValueOrDefault(mark.Term, mark.Term))}"));
            }
        }
    }

    private static void PrintJson(VerbContext context, TermMatrix matrix, LogClustering found, IReadOnlyDictionary<string, string> texts, IReadOnlyList<CiFeaturesException> skipped) =>
        JsonOutput.Print(context, "logs-clusters", json =>
        {
            json.WriteNumber("logs", matrix.Logs.Count);
            json.WriteNumber("terms", matrix.Terms.Count);
            json.WriteNumber("inertia", found.Inertia);
            json.Number("silhouette", found.Silhouette);
            json.Array("clusters", found.Clusters, c => json.Object(() =>
            {
                json.Array("logs", c.Members, m => json.WriteStringValue(matrix.Logs[m]));
                json.Array("marks", c.Marks, m => json.Object(() =>
                {
                    json.WriteString("term", m.Term);
                    if (texts.TryGetValue(m.Term, out string? text))
                    {
                        json.WriteString("text", text);
                    }

                    json.WriteNumber("weight", m.Weight);
                    json.WriteNumber("above", m.Above);
                }));
            }));
            LogStatsOutput.WriteSkipped(json, skipped);
        });
}
