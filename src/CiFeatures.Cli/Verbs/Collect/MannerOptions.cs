using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Verbs.Collect;

/// <summary>The options that say how the service is treated, and how much of it.</summary>
internal sealed class MannerOptions
{
    private const int BytesOfMegabyte = 1 << 20;
    private readonly Option<string> _contact = new("--user-agent-contact") { Description = "How the service's owners reach you; an e-mail or web address for the User-Agent header.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private readonly Option<int> _inFlight = new("--in-flight") { Description = "The most requests that are on their way at the same time.", HelpName = "N", DefaultValueFactory = _ => 4 };
    private readonly Option<double> _rate = new("--requests-per-second") { Description = "The most requests that begin per second; 0 = no limit.", HelpName = "N", DefaultValueFactory = _ => 2 };
    private readonly Option<double> _timeout = new("--timeout") { Description = "How long one request may take.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
    private readonly Option<int> _retries = new("--retries") { Description = "How often a request is repeated after a failure that can pass.", HelpName = "N", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _body = new("--max-body-mb") { Description = "The longest answer that is taken, in MiB, compressed or not.", HelpName = "N", DefaultValueFactory = _ => 256 };
    private readonly Option<string[]> _hosts = new("--allow-host") { Description = "Another host that the service may redirect to; may be given several times.", HelpName = "HOST[:PORT]" };
    private readonly Option<long?> _requests = new("--max-requests") { Description = "The most requests altogether; what is left then is listed as skipped.", HelpName = "N" };
    private readonly Option<long?> _bytes = new("--max-bytes") { Description = "After how many bytes on the wire no further request begins; what is left then is listed as skipped.", HelpName = "SIZE", CustomParser = ByteSizes.Parse };
    private readonly Option<TimeSpan?> _time = new("--max-time") { Description = "After how long no further request begins; what is left then is listed as skipped.", HelpName = "LENGTH", CustomParser = Durations.Parse };
    private readonly Option<TimeSpan?> _resume = new("--resume-within") { Description = "Go on with an interrupted collection of the same choice when it is younger than this (default 12h).", HelpName = "AGE", CustomParser = Durations.Parse };
    private readonly Option<bool> _fresh = new("--no-resume") { Description = "Begin anew, whatever was interrupted." };
    private readonly Option<int> _threads = new("--threads") { Description = "How many threads decode and store answers.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private bool _ofAnswers;

    /// <summary>Adds the options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="ofAnswers">Whether it takes answers that are decoded in memory, which have limits of their own.</param>
    public void AddTo(Command command, bool ofAnswers = true)
    {
        foreach (Option option in new Option[] { _contact, _inFlight, _rate, _timeout, _retries, _hosts, _requests, _bytes, _time, _resume, _fresh })
        {
            command.Options.Add(option);
        }

        _ofAnswers = ofAnswers;
        if (ofAnswers)
        {
            command.Options.Add(_body);
            command.Options.Add(_threads);
        }
    }

    public CollectOptions Read(VerbContext context, CollectOptions options)
    {
        CollectOptions read = ReadManners(context, options);
        return !_ofAnswers ? read : read with
        {
            Http = read.Http with { MaxBodyBytes = (long)Within(_body, context.Get(_body), 1, 512) * BytesOfMegabyte },
            Threads = (int)Within(_threads, context.Get(_threads), 1, 256),
        };
    }

    private CollectOptions ReadManners(VerbContext context, CollectOptions options) => options with
    {
        Http = options.Http with
        {
            Contact = context.Get(_contact)!,
            MaxInFlight = (int)Within(_inFlight, context.Get(_inFlight), 1, 64),
            RequestsPerSecond = Within(_rate, context.Get(_rate), 0, 1000),
            Timeout = TimeSpan.FromSeconds(Within(_timeout, context.Get(_timeout), 0.1, 3600)),
            MaxRetries = (int)Within(_retries, context.Get(_retries), 0, 100),
            AllowedHosts = context.Get(_hosts) ?? [],
        },
        MaxRequests = context.Get(_requests),
        MaxBytes = context.Get(_bytes),
        MaxTime = context.Get(_time),
        ResumeWithin = context.Get(_fresh) ? TimeSpan.Zero : context.Get(_resume) ?? options.ResumeWithin,
    };

    private static double Within(Option option, double value, double least, double most) => value >= least && value <= most
        ? value
        : throw CliErrors.Option(option.Name, FormattableString.Invariant($"{value} is not between {least} and {most}"), "Give a number within these bounds.");
}
