using System.CommandLine;

namespace CiFeatures.Cli.Hosting;

/// <summary>An option that takes one of a few names. The library's own reading of enumerations would take any number as well.</summary>
internal static class Choice
{
    public static Option<string> Of<T>(string name, string description, T byDefault)
        where T : struct, Enum
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => NameOf(byDefault), HelpName = string.Join('|', Names<T>()) };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Names<T>());
        return option;
    }

    public static Option<string[]> ManyOf<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = string.Join('|', Names<T>()) };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Names<T>());
        return option;
    }

    public static T Value<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(NameOf)];

    private static string NameOf<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
