using System.CommandLine;

namespace CiFeatures.Cli.Hosting;

/// <summary>Guesses which verb or option a mistyped word was meant to be.</summary>
internal static class Suggestions
{
    private const int MostShown = 3;

    /// <summary>Names of the command's verbs, or of its options when the word begins with a dash, that are near the word; the nearest first.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="command">The command that does not know the word.</param>
    public static IReadOnlyList<string> For(string word, Command command)
    {
        IEnumerable<string> known = word.StartsWith('-')
            ? Lineage(command).SelectMany((c, i) => c.Options.Where(o => i == 0 || o.Recursive).Select(o => o.Name))
            : command.Subcommands.Select(c => c.Name);

        // One edit for three letters, and two letters that changed places are two: more would suggest names that nobody meant.
        int allowed = (word.TrimStart('-').Length + 2) / 3;
        return
        [
            .. known.Select(name => (Name: name, Distance: TextDistance.Between(word, name)))
                .Where(k => k.Distance <= allowed)
                .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
                .Select(k => k.Name)
                .Distinct(StringComparer.Ordinal)
                .Take(MostShown),
        ];
    }

    private static IEnumerable<Command> Lineage(Command command)
    {
        for (Command? current = command; current is not null; current = current.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return current;
        }
    }
}
