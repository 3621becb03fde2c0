using System.CommandLine;
using CiFeatures.Cli.Hosting;

namespace CiFeatures.Cli.Verbs;

/// <summary>Lists, verifies and prunes the snapshots of a store.</summary>
internal static partial class StoreVerb
{
    public static Command Create(VerbRunner runner) => new("store", "List, verify and prune the snapshots of a store.")
    {
        List(runner),
        Verify(runner),
        Prune(runner),
    };

    private static Argument<string> StoreArgument() => new("store") { Description = "The snapshot store.", HelpName = "STORE" };
}
