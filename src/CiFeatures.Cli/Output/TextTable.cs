using CiFeatures.Cli.Hosting;
using Spectre.Console;

namespace CiFeatures.Cli.Output;

/// <summary>Prints a table for a person on stdout, in whatever width there is.</summary>
/// <remarks>Names are shortened in the middle until the table fits; where that is not enough, each row is written as a few lines of
/// "header value" instead. A figure is never broken or cut.</remarks>
internal sealed class TextTable
{
    // Below this a name says nothing any more.
    private const int ShortestName = 14;
    private const int Gap = 2;

    private readonly List<string> _headers = [];
    private readonly List<bool> _figures = [];
    private readonly List<string[]> _rows = [];

    /// <summary>Begins a table.</summary>
    /// <param name="headers">The headers; one that begins with "&gt;" is a column of figures, set to the right.</param>
    public TextTable(params ReadOnlySpan<string> headers)
    {
        foreach (string header in headers)
        {
            bool figures = header.StartsWith('>');
            _headers.Add(figures ? header[1..] : header);
            _figures.Add(figures);
        }
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        var row = new string[cells.Length];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = Printable.Line(cells[i]);
        }

        _rows.Add(row);
    }

    public void Print(VerbContext context)
    {
        IAnsiConsole console = context.Environment.OutputConsole;
        if (Widths(console.Profile.Width) is { } widths)
        {
            console.Write(Grid(widths));
        }
        else
        {
            PrintAsLines(context.Environment.Output, console.Profile.Width);
        }
    }

    /// <summary>Gives the width of each column, or null when the table cannot be made narrow enough.</summary>
    private int[]? Widths(int available)
    {
        int[] widths = [.. _headers.Select((h, i) => _rows.Select(r => r[i].Length).Append(h.Length).Max())];
        int Excess() => widths.Sum(w => w + (2 * Gap)) - available;
        while (Excess() > 0)
        {
            int widest = Enumerable.Range(0, widths.Length).Where(i => !_figures[i] && widths[i] > ShortestName).OrderByDescending(i => widths[i]).FirstOrDefault(-1);
            if (widest < 0)
            {
                return null;
            }

            // One by one, so that two long columns end up alike.
            widths[widest]--;
        }

        return widths;
    }

    private Table Grid(int[] widths)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (int i = 0; i < widths.Length; i++)
        {
            table.AddColumn(new TableColumn(new Text(Printable.Short(_headers[i], widths[i]))) { Alignment = _figures[i] ? Justify.Right : Justify.Left, NoWrap = true });
        }

        foreach (string[] row in _rows)
        {
            table.AddRow(row.Select((cell, i) => new Text(Printable.Short(cell, widths[i]))));
        }

        return table;
    }

    private void PrintAsLines(TextWriter output, int width)
    {
        foreach (string[] row in _rows)
        {
            output.WriteLine(Printable.Short(row[0], width));
            string line = " ";
            foreach (string part in row.Select((cell, i) => $" {_headers[i]} {cell}").Skip(1))
            {
                if (line.Length + part.Length + 1 > width && line.Length > 1)
                {
                    output.WriteLine(line);
                    line = " ";
                }

                line += part + (line.Length + part.Length + 1 < width ? " " : "");
            }

            output.WriteLine(line);
        }

        output.WriteLine();
    }
}
