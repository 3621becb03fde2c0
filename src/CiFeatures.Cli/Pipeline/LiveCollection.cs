using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Collects from a TestGrid under a progress bar.</summary>
internal static class LiveCollection
{
    /// <summary>The site that is asked when none is named.</summary>
    public const string DefaultSite = "https://testgrid.k8s.io";

    /// <summary>The manners of this program; its seed differs between two that run at the same time, so that they do not come back together.</summary>
    public static PoliteHttpOptions Manners(VerbContext context) => new()
    {
        ToolVersion = ToolVersion.Text,
        Seed = unchecked(Environment.ProcessId ^ (int)context.Environment.Time.GetUtcNow().Ticks),
    };

    /// <summary>Reads the address of a site.</summary>
    public static Uri Site(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? site) ? site : throw CliErrors.Option("--url", $"\"{url}\" is not an address", $"Give one like {DefaultSite}.");

    /// <summary>Says whom it will ask, then asks; what was left out is told on stderr.</summary>
    public static CollectResult Run(VerbContext context, SnapshotStore store, CollectOptions options) => Run(context, store, options, context.HttpHandlers);

    /// <summary>The same with other carriers of requests.</summary>
    public static CollectResult Run(VerbContext context, SnapshotStore store, CollectOptions options, Func<HttpMessageHandler> handlers)
    {
        SayWhom(context, options);
        var collector = new TestGridCollector(store, handlers, context.Environment.Time);
        CollectResult result;
        try
        {
            result = context.WithProgress("collecting", progress => collector.RunAsync(options, Listener(context, progress), context.Cancellation).GetAwaiter().GetResult());
        }
        catch (Exception e) when (e is OperationCanceledException or CiFeaturesException)
        {
            SayWhatIsKept(context, collector.Kept);
            throw;
        }

        if (result.RecoveredFiles > 0)
        {
            context.Say($"Went on with an interrupted collection: {result.RecoveredFiles} answers were there already.");
        }

        foreach (SkippedItem item in result.Manifest.Skipped)
        {
            context.Environment.Error.WriteLine(Printable.Line($"skipped {item}"));
        }

        return result;
    }

    /// <summary>Asks for what names the jobs, and for nothing else.</summary>
    public static CollectPlan Plan(VerbContext context, SnapshotStore store, CollectOptions options)
    {
        SayWhom(context, options);
        var collector = new TestGridCollector(store, context.HttpHandlers, context.Environment.Time);
        return context.WithProgress("planning", progress => collector.PlanAsync(options, Listener(context, progress), context.Cancellation).GetAwaiter().GetResult());
    }

    private static void SayWhom(VerbContext context, CollectOptions options)
    {
        string whom = options.Source switch
        {
            TestGridSourceKind.Api => Server(options.Api),
            TestGridSourceKind.State => $"{Server(options.Storage)} (bucket {options.Bucket})",
            _ => Server(options.Site),
        };
        string what = options.Dashboards.Count == 0 ? "all dashboards" : string.Join(", ", options.Dashboards);
        string rate = options.Http.RequestsPerSecond == 0 ? "without a limit per second" : FormattableString.Invariant($"at most {options.Http.RequestsPerSecond:0.###} per second");
        context.Say(Printable.Line($"Asking {whom} for {what}: up to {options.Http.MaxInFlight} requests at a time, {rate}."));
    }

    // An address may have credentials, which is refused later; nobody is to read them before that.
    private static string Server(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Says what an interrupted collection has left.</summary>
    internal static void SayWhatIsKept(VerbContext context, KeptCollection? kept)
    {
        if (kept is not null)
        {
            string next = kept.GoesOn ? "; the same command goes on from there" : "";
            context.Say($"{kept.Files} answers are kept in {context.Shown(kept.Folder)}{next}.");
        }
    }

    /// <summary>Shows progress, and every step with -v.</summary>
    internal static Listener<CollectProgress> Listener(VerbContext context, IProgress<ProgressStep> progress) => new(p =>
    {
        progress.Report(new ProgressStep(p.Done, p.Total, p.Current, p.Bytes));
        if (context.Verbosity > 0)
        {
            context.Say(Printable.Line(p.Current));
        }
    });
}
