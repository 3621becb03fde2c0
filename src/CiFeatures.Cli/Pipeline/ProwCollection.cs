using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Collects builds under a progress bar.</summary>
internal static class ProwCollection
{
    /// <summary>Says whom it will ask, then asks; what was left out is told on stderr.</summary>
    public static ProwResult Run(VerbContext context, SnapshotStore store, ProwCollectOptions options)
    {
        ProwCollector collector = Collector(context, store, options);
        using IArtifactStore? bucket = GoogleCloudSource.Open(context, options);
        ProwResult result;
        try
        {
            result = context.WithProgress("collecting", progress => collector.RunAsync(options, bucket, LiveCollection.Listener(context, progress), context.Cancellation).GetAwaiter().GetResult());
        }
        catch (Exception e) when (e is OperationCanceledException or CiFeaturesException)
        {
            LiveCollection.SayWhatIsKept(context, collector.Kept);
            throw;
        }

        if (result.RecoveredFiles > 0)
        {
            context.Say($"Went on with an interrupted collection: {result.RecoveredFiles} files were there already.");
        }

        foreach (SkippedItem item in result.Manifest.Skipped)
        {
            context.Environment.Error.WriteLine(Printable.Line($"skipped {item}"));
        }

        return result;
    }

    /// <summary>Asks for the listings only.</summary>
    public static ProwPlan Plan(VerbContext context, SnapshotStore store, ProwCollectOptions options)
    {
        ProwCollector collector = Collector(context, store, options);
        using IArtifactStore? bucket = GoogleCloudSource.Open(context, options);
        return context.WithProgress("planning", progress => collector.PlanAsync(options, bucket, LiveCollection.Listener(context, progress), context.Cancellation).GetAwaiter().GetResult());
    }

    private static ProwCollector Collector(VerbContext context, SnapshotStore store, ProwCollectOptions options)
    {
        if (options.Source == ProwSourceKind.Folder)
        {
            // Nobody is asked, so it works without a network.
            return new ProwCollector(store, () => throw new InvalidOperationException("A folder asks nobody."), context.Environment.Time);
        }

        Func<HttpMessageHandler> handlers = context.HttpHandlers;
        string whom = options.Source == ProwSourceKind.Gcsweb ? Server(options.Gcsweb) : Server(options.Api);
        string rate = options.Http.RequestsPerSecond == 0 ? "without a limit per second" : FormattableString.Invariant($"at most {options.Http.RequestsPerSecond:0.###} per second");
        string what = options.SuggestedJobs.Count > 0 ? $"{options.SuggestedJobs.Count} jobs" : string.Join(", ", options.Jobs);
        context.Say(Printable.Line($"Asking {whom} (bucket {options.Bucket}) for builds of {what}: up to {options.Http.MaxInFlight} requests at a time, {rate}."));
        return new ProwCollector(store, handlers, context.Environment.Time);
    }

    private static string Server(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
