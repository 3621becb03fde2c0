using System.Text;
using System.Text.RegularExpressions;

namespace CiFeatures.Tests.Docs;

/// <summary>A command of a page of the documentation: a line <c>$ cifeatures …</c> of a block marked <c>console</c>.</summary>
internal sealed partial record GuideCommand(string Page, int Line, IReadOnlyList<string> Arguments, int ExitCode)
{
    public static IReadOnlyList<GuideCommand> Of(string path)
    {
        var commands = new List<GuideCommand>();
        bool inside = false;
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                inside = lines[i] == "```console";
            }
            else if (inside && lines[i].StartsWith("$ cifeatures", StringComparison.Ordinal))
            {
                Match exit = Exit().Match(lines[i]);
                string text = exit.Success ? lines[i][..exit.Index] : lines[i];
                commands.Add(new GuideCommand(Path.GetFileName(path), i + 1, Split(text["$ cifeatures".Length..]), exit.Success ? int.Parse(exit.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0));
            }
        }

        return commands;
    }

    public override string ToString() => $"{Page}:{Line} cifeatures {string.Join(' ', Arguments)}";

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool quoted = false;
        bool any = false;
        foreach (char c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
                any = true;
            }
            else if (c == ' ' && !quoted)
            {
                if (any)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    any = false;
                }
            }
            else
            {
                word.Append(c);
                any = true;
            }
        }

        if (any)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    [GeneratedRegex(@"\s+# exit (\d+)\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Exit();
}
