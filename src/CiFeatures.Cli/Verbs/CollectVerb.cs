using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Verbs;

/// <summary>Brings answers of a live service into a snapshot store.</summary>
internal static class CollectVerb
{
    private const int BytesOfMegabyte = 1 << 20;

    public static Command Create(VerbRunner runner) => new("collect", "Fetch answers of a live service into a snapshot store.") { TestGrid(runner) };

    private static Command TestGrid(VerbRunner runner)
    {
        var dashboard = new Option<string[]>("--dashboard") { Description = "A dashboard by its published name; may be given several times.", Required = true, HelpName = "NAME" };
        var into = new Option<string>("--into") { Description = "The store; made when it is not there.", Required = true, HelpName = "STORE" };
        var url = new Option<string>("--url") { Description = "The TestGrid site.", HelpName = "URL", DefaultValueFactory = _ => LiveCollection.DefaultSite };
        var job = new Option<string[]>("--job") { Description = "Only jobs that match this pattern with * and ?; may be given several times.", HelpName = "GLOB" };
        var contact = new Option<string>("--user-agent-contact") { Description = "How the service's owners reach you; an e-mail or web address for the User-Agent header.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var rate = new Option<double>("--requests-per-second") { Description = "The most requests that begin per second.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var timeout = new Option<double>("--timeout") { Description = "How long one request may take.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
        var body = new Option<int>("--max-body-mb") { Description = "The longest answer that is taken, in MiB, compressed or not.", HelpName = "N", DefaultValueFactory = _ => 256 };
        var command = new Command("testgrid", "Fetch dashboards of a TestGrid site as a new snapshot: their summaries and the tables of their jobs.") { dashboard, into, url, job, contact, rate, timeout, body };
        runner.Bind(command, context =>
        {
            var options = new CollectOptions
            {
                Dashboards = context.Get(dashboard)!,
                JobPatterns = context.Get(job) ?? [],
                Site = LiveCollection.Site(context.Get(url)!),
                Http = LiveCollection.Manners(context) with
                {
                    Contact = context.Get(contact)!,
                    RequestsPerSecond = Positive("--requests-per-second", context.Get(rate), 1000),
                    Timeout = TimeSpan.FromSeconds(Positive("--timeout", context.Get(timeout), 3600)),
                    MaxBodyBytes = (long)Positive("--max-body-mb", context.Get(body), 512) * BytesOfMegabyte,
                },
            };
            SnapshotStore store = SnapshotStore.OpenOrCreate(context.PathOf(into), context.Environment.Time);
            CollectResult result = LiveCollection.Run(context, store, options);
            CollectReport.Print(context, options, result);
            return result.Manifest.Skipped.Count > 0 ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
        });
        return command;
    }

    private static double Positive(string option, double value, double most) => value > 0 && value <= most
        ? value
        : throw CliErrors.Option(option, FormattableString.Invariant($"{value} is not above 0 and at most {most}"), "Give a number within these bounds.");
}
