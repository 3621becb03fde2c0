using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using CiFeatures.Cli.Output;

namespace CiFeatures.Cli.Hosting;

/// <summary>Says what is wrong with a call, with what was probably meant.</summary>
internal static partial class UsageMessages
{
    /// <summary>One line for each thing that is wrong.</summary>
    public static IEnumerable<string> Of(ParseResult parse)
    {
        Command command = parse.CommandResult.Command;

        // What follows an option that is not known is probably its value, and no mistake of its own.
        string[] unknown = [.. parse.UnmatchedTokens];
        string[] told = [.. unknown.Any(w => w.StartsWith('-')) ? unknown.Where(w => w.StartsWith('-')) : unknown];
        foreach (string word in told)
        {
            yield return Printable.Line($"'{word}' is not {(command.Subcommands.Count > 0 && !word.StartsWith('-') ? "a verb" : "an argument or option")} here.{Meant(Suggestions.For(word, command))}");
        }

        foreach (ParseError error in parse.Errors.Where(e => !unknown.Any(w => e.Message.Contains($"'{w}'", StringComparison.Ordinal))))
        {
            // A verb that was mistyped is also one that is missing; that would be said twice.
            if (told.Length == 0 || command.Subcommands.Count == 0)
            {
                yield return Printable.Line(Plain(error));
            }
        }
    }

    private static string Meant(IReadOnlyList<string> near) => near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";

    // The library names the type in the program, which tells a user nothing.
    private static string Plain(ParseError error)
    {
        Match match = CannotParse().Match(error.Message);
        Type? type = error.SymbolResult switch
        {
            OptionResult option => option.Option.ValueType,
            ArgumentResult { Parent: OptionResult option } => option.Option.ValueType,
            ArgumentResult argument => argument.Argument.ValueType,
            _ => null,
        };
        return match.Success && type is not null ? $"'{match.Groups[1].Value}' cannot be used for {match.Groups[2].Value}, which takes {Takes(type)}." : string.Join(' ', error.Message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Takes(Type type)
    {
        Type single = type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type;
        if (single.IsEnum)
        {
            return "one of: " + string.Join(", ", Enum.GetNames(single).Select(n => n.ToLowerInvariant()));
        }

        return Type.GetTypeCode(single) switch
        {
            TypeCode.Int32 or TypeCode.Int64 => "a whole number",
            TypeCode.UInt32 or TypeCode.UInt64 => "a whole number from 0",
            TypeCode.Single or TypeCode.Double => "a number",
            TypeCode.Boolean => "true or false",
            _ => "something else",
        };
    }

    [GeneratedRegex("^Cannot parse argument '(.*)' for (?:option|command) '(.*?)' as expected type", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex CannotParse();
}
