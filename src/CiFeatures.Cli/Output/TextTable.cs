using CiFeatures.Cli.Hosting;
using Spectre.Console;

namespace CiFeatures.Cli.Output;

/// <summary>Prints a table for a person on stdout.</summary>
internal sealed class TextTable
{
    private readonly Table _table = new() { Border = TableBorder.Simple };

    public TextTable(params ReadOnlySpan<string> headers)
    {
        foreach (string header in headers)
        {
            // A header that begins with ">" is a column of figures, set to the right.
            bool figures = header.StartsWith('>');
            _table.AddColumn(new TableColumn(Markup.Escape(figures ? header[1..] : header)) { Alignment = figures ? Justify.Right : Justify.Left, NoWrap = figures });
        }
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        var texts = new List<Text>();
        foreach (string cell in cells)
        {
            texts.Add(new Text(Printable.Line(cell)));
        }

        _table.AddRow(texts);
    }

    public void Print(VerbContext context) => context.Environment.OutputConsole.Write(_table);
}
