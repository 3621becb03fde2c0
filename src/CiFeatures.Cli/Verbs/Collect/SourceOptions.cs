using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Verbs.Collect;

/// <summary>The options that say where it is collected from.</summary>
internal sealed class SourceOptions
{
    private readonly Option<string> _source = Choice.Of("--source", "Where grids are taken from: the legacy site, the v1 API (no durations), or the state objects in the bucket; auto takes the first of them that answers.", TestGridSourceKind.Auto);
    private readonly Option<string?> _url = new("--url") { Description = $"The TestGrid site (default {LiveCollection.DefaultSite}). API and bucket are looked for there too, unless they are named.", HelpName = "URL" };
    private readonly Option<string?> _api = new("--api-url") { Description = "The v1 API (default https://testgrid-api.prow.k8s.io/api/v1, or URL/api/v1).", HelpName = "URL" };
    private readonly Option<string?> _storage = new("--storage-url") { Description = "The service that holds the bucket (default https://storage.googleapis.com, or URL).", HelpName = "URL" };
    private readonly Option<string> _bucket = new("--bucket") { Description = "The bucket with the state objects; may have a folder: gs://bucket/folder.", HelpName = "NAME", DefaultValueFactory = _ => "k8s-testgrid" };
    private readonly Option<string> _page = new("--directory-page") { Description = "Which page of the site names the dashboards; any dashboard's page does.", HelpName = "PATH", DefaultValueFactory = _ => "" };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _source, _url, _api, _storage, _bucket, _page })
        {
            command.Options.Add(option);
        }
    }

    public CollectOptions Read(VerbContext context, CollectOptions options)
    {
        CollectOptions at = Address(context, _url) is { } url ? options.At(url) : options;
        return at with
        {
            Source = Choice.Value<TestGridSourceKind>(context.Get(_source)!),
            Api = Address(context, _api) ?? at.Api,
            Storage = Address(context, _storage) ?? at.Storage,
            Bucket = context.Get(_bucket)!,
            DirectoryPage = context.Get(_page)!,
        };
    }

    private static Uri? Address(VerbContext context, Option<string?> option) =>
        context.Get(option) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address
        : throw CliErrors.Option(option.Name, $"\"{text}\" is not an address", $"Give one like {LiveCollection.DefaultSite}.");
}
