using System.CommandLine;
using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Verbs.Collect;

/// <summary>The options that say what is collected.</summary>
internal sealed class ChoiceOptions
{
    private readonly Option<string[]> _dashboard = new("--dashboard") { Description = "A dashboard: its published name, a pattern with * and ?, or re: and a regular expression; may be given several times.", HelpName = "NAME|GLOB|re:REGEX" };
    private readonly Option<bool> _all = new("--all") { Description = "All dashboards of the service. It belongs to somebody else: look at --dry-run first." };
    private readonly Option<string> _profile = new("--profile")
    {
        Description = "The dashboards of a well-known project: " + string.Join("; ", TestGridProfile.All.Select(p => $"{p.Name} ({string.Join(' ', p.Dashboards)})")) + ".",
        HelpName = string.Join('|', TestGridProfile.All.Select(p => p.Name)),
    };

    private readonly Option<string[]> _exceptDashboard = new("--exclude-dashboard") { Description = "Leave out dashboards that match; may be given several times.", HelpName = "NAME|GLOB|re:REGEX" };
    private readonly Option<string[]> _job = new("--job") { Description = "Only jobs that match; may be given several times.", HelpName = "NAME|GLOB|re:REGEX" };
    private readonly Option<string[]> _exceptJob = new("--exclude-job") { Description = "Leave out jobs that match; may be given several times.", HelpName = "NAME|GLOB|re:REGEX" };
    private readonly Option<string?> _since = new("--since") { Description = "Only jobs that ran since then, as their summary says: a time such as 2021-07-28T00:00:00Z, or how long ago, such as 36h or 7d.", HelpName = "TIME|AGE" };

    public void AddTo(Command command)
    {
        _profile.AcceptOnlyFromAmong([.. TestGridProfile.All.Select(p => p.Name)]);
        foreach (Option option in new Option[] { _dashboard, _all, _profile, _exceptDashboard, _job, _exceptJob, _since })
        {
            command.Options.Add(option);
        }
    }

    public CollectOptions Read(VerbContext context)
    {
        string[] named = context.Get(_dashboard) ?? [];
        TestGridProfile? profile = TestGridProfile.All.FirstOrDefault(p => p.Name == context.Get(_profile));
        bool all = context.Get(_all);
        if (all && (named.Length > 0 || profile is not null))
        {
            throw CliErrors.Option("--all", "--all takes every dashboard, and others are named beside it", "Give one of --all, --profile and --dashboard.");
        }

        if (!all && named.Length == 0 && profile is null)
        {
            throw CliErrors.Option("--dashboard", "No dashboard is named", "Give --dashboard NAME, a pattern such as --dashboard 'sig-*', --profile, or --all.");
        }

        var options = new CollectOptions
        {
            Dashboards = [.. named, .. profile?.Dashboards ?? []],
            ExcludedDashboards = context.Get(_exceptDashboard) ?? [],
            JobPatterns = context.Get(_job) ?? [],
            ExcludedJobs = context.Get(_exceptJob) ?? [],
            Http = LiveCollection.Manners(context),
        };
        return context.Get(_since) is { } since ? WithSince(options, since) : options;
    }

    private static CollectOptions WithSince(CollectOptions options, string text)
    {
        if (Durations.TryRead(text, out TimeSpan age))
        {
            return options with { NewerThan = age };
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? options with { Since = time }
            : throw CliErrors.Option("--since", $"\"{text}\" is neither a time nor an age", "Write 2021-07-28T00:00:00Z, or 36h or 7d.");
    }
}
