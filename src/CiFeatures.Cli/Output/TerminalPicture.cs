using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Terminal;
using Spectre.Console;

namespace CiFeatures.Cli.Output;

/// <summary>Draws a small picture of a grid on stdout.</summary>
internal static class TerminalPicture
{
    private const int Width = 110;
    private const int Height = 20;

    public static void Print(VerbContext context, JobGrid grid)
    {
        IAnsiConsole console = context.Environment.OutputConsole;
        var options = new TerminalGridOptions { Width = Math.Min(Width, console.Profile.Width), Height = Height };
        foreach (TerminalLine line in TerminalGrid.Render(grid, options))
        {
            if (console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
            {
                context.Environment.Output.WriteLine(line.ToString());
                continue;
            }

            foreach (TerminalSpan span in line.Spans)
            {
                console.Write(new Text(span.Text, StyleOf(span.Color)));
            }

            console.WriteLine();
        }

        context.Environment.Output.WriteLine();
    }

    private static Style StyleOf(TerminalColor color) => color switch
    {
        TerminalColor.Pass => new Style(Color.Green3),
        TerminalColor.Fail => new Style(Color.Red1, decoration: Decoration.Bold),
        TerminalColor.Flaky => new Style(Color.Orange1),
        TerminalColor.Running => new Style(Color.DeepSkyBlue1),
        TerminalColor.Unknown => new Style(Color.MediumPurple1),
        TerminalColor.Title => new Style(decoration: Decoration.Bold),
        TerminalColor.Muted or TerminalColor.Empty => new Style(Color.Grey),
        TerminalColor.Alert => new Style(Color.Red1),
        _ => Style.Plain,
    };
}
