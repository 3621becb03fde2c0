using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Prow;

namespace CiFeatures.Cli.Verbs.Collect;

/// <summary>The options that say which bucket holds the builds, and how it is read.</summary>
internal sealed class BucketOptions
{
    private readonly Option<string> _profile = new("--profile")
    {
        Description = "A well-known project: " + string.Join("; ", ProwProfile.All.Select(p => $"{p.Name} (bucket {p.Bucket}{(p.FormerBucket is null ? "" : $", formerly {p.FormerBucket}")}; {p.Gcsweb.Host})")) + ".",
        HelpName = string.Join('|', ProwProfile.All.Select(p => p.Name)),
        DefaultValueFactory = _ => ProwProfile.All[0].Name,
    };

    private readonly Option<string> _source = Choice.Of("--source", "How the bucket is read: its JSON API, the pages of gcsweb, a folder on this machine that is a copy of it, or Google's own client where this program has it; a folder when --folder is given.", ProwSourceKind.Api);
    private readonly Option<string?> _bucket = new("--bucket") { Description = "The bucket with the builds (default that of the profile).", HelpName = "NAME" };
    private readonly Option<string[]> _prefix = new("--prefix") { Description = "A folder of the bucket that has a folder for each job (default logs, then pr-logs/directory); may be given several times.", HelpName = "FOLDER" };
    private readonly Option<string?> _api = new("--api") { Description = "The service that holds the bucket (default https://storage.googleapis.com).", HelpName = "URL" };
    private readonly Option<string?> _gcsweb = new("--gcsweb") { Description = "The service that shows the bucket as pages (default that of the profile).", HelpName = "URL" };
    private readonly Option<string?> _folder = new("--folder") { Description = "The copy of the bucket: a folder with logs/<job>/<build>/… or <job>/<build>/….", HelpName = "DIR" };
    private readonly Option<string?> _credentials = new("--credentials") { Description = "Google credentials for the API: a file of a service account or an authorized user, or default for those of the environment. They are sent to the API only.", HelpName = "FILE|default" };

    public void AddTo(Command command)
    {
        _profile.AcceptOnlyFromAmong([.. ProwProfile.All.Select(p => p.Name)]);
        foreach (Option option in new Option[] { _profile, _source, _bucket, _prefix, _api, _gcsweb, _folder, _credentials })
        {
            command.Options.Add(option);
        }
    }

    public ProwCollectOptions Read(VerbContext context)
    {
        ProwProfile profile = ProwProfile.All.First(p => p.Name == context.Get(_profile));
        string? folder = context.Get(_folder);
        if (folder is not null && context.WasGiven(_source) && context.Get(_source) != "folder")
        {
            throw CliErrors.Option(_source.Name, "--folder is another source", "Leave out one of the two, or give --source folder.");
        }

        ProwSourceKind source = folder is null ? Choice.Value<ProwSourceKind>(context.Get(_source)!) : ProwSourceKind.Folder;
        var options = new ProwCollectOptions { Http = LiveCollection.Manners(context), Source = source, Bucket = context.Get(_bucket) ?? profile.Bucket };
        return options with
        {
            Api = Address(context, _api) ?? options.Api,
            Gcsweb = Address(context, _gcsweb) ?? profile.Gcsweb,
            Folder = folder is null ? null : context.Environment.FullPath(folder),
            Credentials = context.Get(_credentials) is { } credentials && credentials != "default" ? context.Environment.FullPath(credentials) : context.Get(_credentials),
            Prefixes = context.Get(_prefix) is { Length: > 0 } prefixes ? [.. prefixes.Select(p => p.Trim('/'))] : options.Prefixes,
        };
    }

    private static Uri? Address(VerbContext context, Option<string?> option) =>
        context.Get(option) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address
        : throw CliErrors.Option(option.Name, $"\"{text}\" is not an address", "Give one like https://storage.googleapis.com.");
}
