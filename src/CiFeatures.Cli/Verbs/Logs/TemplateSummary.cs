using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Prints the templates of logs, for a person or as JSON.</summary>
internal static class TemplateSummary
{
    private const int MostRows = 50;

    public static void PrintTable(VerbContext context, IReadOnlyList<TemplateUse> uses)
    {
        var table = new TextTable(">count", ">share %", "id", "template");
        foreach (TemplateUse use in uses.Take(MostRows))
        {
            table.Row(Printable.Count(use.Count), (use.Share * 100).ToString("0.0", CultureInfo.InvariantCulture), use.Template.Id, use.Template.Text);
        }

        table.Print(context);
        if (uses.Count > MostRows)
        {
            context.Say($"{Printable.Count(uses.Count - MostRows)} rarer templates are not shown; --templates FILE.csv writes all.");
        }
    }

    public static void PrintJson(VerbContext context, TemplateMining mining, IReadOnlyList<TemplateUse> uses, OnlineTemplateReader? online, IReadOnlyList<string> written) =>
        JsonOutput.Print(context, "logs-templates", json =>
        {
            long lines = mining.TemplateOfLine.Length;
            json.WriteNumber("lines", lines);
            json.WriteNumber("lines_without_template", lines - uses.Sum(u => u.Count));
            json.WriteNumber("lines_beyond_limits", mining.LinesBeyondLimits);
            json.WriteNumber("templates_in_model", mining.Templates.Count);
            if (online is not null)
            {
                json.WriteNumber("templates_created", online.Created);
                json.WriteNumber("templates_changed", online.Changed);
            }

            json.Array("files", mining.Logs, l => json.Object(() =>
            {
                json.WriteString("file", l.Log);
                json.WriteNumber("lines", l.Lines);
            }));
            json.Array("templates", uses, u => json.Object(() =>
            {
                json.WriteString("id", u.Template.Id);
                json.WriteString("template", u.Template.Text);
                json.WriteNumber("count", u.Count);
                json.WriteNumber("share", u.Share);
                json.WriteNumber("first_line", u.FirstLine);
                json.WriteString("example", u.Template.Example);
            }));
            json.Array("written", written, p => json.WriteStringValue(context.Shown(p)));
        });
}
