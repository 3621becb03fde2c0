using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Collection.TestGrid.Http;

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
    public static CollectResult Run(VerbContext context, SnapshotStore store, CollectOptions options)
    {
        string rate = options.Http.RequestsPerSecond.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
        context.Say(Printable.Line($"Asking {options.Site.GetLeftPart(UriPartial.Authority)} for {string.Join(", ", options.Dashboards)}: one request at a time, at most {rate} per second."));
        var collector = new TestGridCollector(store, context.Environment.HttpHandlers, context.Environment.Time);
        CollectResult result = context.WithProgress("collecting", progress => collector.RunAsync(options, Listener(context, progress), context.Cancellation).GetAwaiter().GetResult());
        foreach (SkippedItem item in result.Manifest.Skipped)
        {
            context.Environment.Error.WriteLine(Printable.Line($"skipped {item}"));
        }

        return result;
    }

    private static Listener<CollectProgress> Listener(VerbContext context, IProgress<ProgressStep> progress) => new(p =>
    {
        progress.Report(new ProgressStep(p.Done, p.Total, p.Current));
        if (context.Verbosity > 0)
        {
            context.Say(Printable.Line(p.Current));
        }
    });
}
