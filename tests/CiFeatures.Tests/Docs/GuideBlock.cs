namespace CiFeatures.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What stands behind the fence, such as <c>python</c>.</param>
/// <param name="Line">The number of the fence's line, from 1.</param>
/// <param name="Text">The lines between the fences, each with its line feed.</param>
internal sealed record GuideBlock(string Language, int Line, string Text)
{
    private const string Fence = "```";

    /// <summary>The first line, which says what the block needs.</summary>
    public string FirstLine => Text[..Text.IndexOf('\n', StringComparison.Ordinal)];

    public static IReadOnlyList<GuideBlock> Of(string path)
    {
        var blocks = new List<GuideBlock>();
        string[] lines = File.ReadAllLines(path);
        int start = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            if (start < 0)
            {
                start = i;
            }
            else
            {
                blocks.Add(new GuideBlock(lines[start][Fence.Length..], start + 1, string.Concat(lines[(start + 1)..i].Select(l => l + "\n"))));
                start = -1;
            }
        }

        return blocks;
    }
}
