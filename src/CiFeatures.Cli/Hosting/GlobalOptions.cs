using System.CommandLine;

namespace CiFeatures.Cli.Hosting;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document with a schema field instead of text.", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No talk and no progress on stderr; errors only.", Recursive = true };

    public Option<bool[]> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Say more; twice (-v -v or -vv) adds the stack trace to an error.",
        Recursive = true,
        Arity = ArgumentArity.Zero,
    };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours, whatever the terminal can do.", Recursive = true };

    public Option<bool> Offline { get; } = new("--offline") { Description = "Use no network; a command that cannot do without one says so and does nothing.", Recursive = true };
}
